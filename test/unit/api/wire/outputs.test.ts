import { answer } from "../../../../api/wire/answer";
import type { WireRequest } from "../../../../api/wire/protocol/protocol";
import { CREATE_LISTENER, jsonRequest, queryRequest } from "../../../helpers/api/wireRequests";

/* The round trip says that clients understand an answer; this says that it is AWS's. */

const ELB = "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/";
const elb = (operation: string, parameters = ""): WireRequest =>
  queryRequest(`Action=${operation}&Version=2015-12-01${parameters}`);

const bodyOf = async (request: WireRequest, output: object): Promise<unknown> => {
  const { status, body, headers } = await answer(
    request,
    {
      handle: () => output,
      onError: (error) => {
        throw error;
      },
    },
    "the-id",
  );
  expect(status).toBe(200);
  expect(headers["x-amzn-requestid"]).toBe("the-id");
  return body;
};

it("writes XML with escapes, times and empty lists", async () => {
  const rule = { RuleArn: `<&>"'`, Priority: "1", Conditions: [], IsDefault: false };
  expect(await bodyOf(elb("DescribeRules"), { Rules: [rule] })).toBe(
    `<DescribeRulesResponse xmlns="${ELB}"><DescribeRulesResult><Rules><member>` +
      `<RuleArn>&lt;&amp;&gt;&quot;&apos;</RuleArn><Priority>1</Priority><Conditions/>` +
      `<IsDefault>false</IsDefault></member></Rules></DescribeRulesResult>` +
      `<ResponseMetadata><RequestId>the-id</RequestId></ResponseMetadata></DescribeRulesResponse>`,
  );
  const CreatedTime = new Date("2026-01-02T03:04:05Z");
  expect(
    await bodyOf(elb("DescribeLoadBalancers"), { LoadBalancers: [{ CreatedTime }] }),
  ).toContain("<CreatedTime>2026-01-02T03:04:05Z</CreatedTime>");
});

it("writes the result of an operation that has none", async () => {
  expect(await bodyOf(elb("DeleteRule", "&RuleArn=a"), {})).toBe(
    `<DeleteRuleResponse xmlns="${ELB}"><DeleteRuleResult/><ResponseMetadata>` +
      `<RequestId>the-id</RequestId></ResponseMetadata></DeleteRuleResponse>`,
  );
  expect(
    await bodyOf(
      jsonRequest("acm", "DeleteCertificate", {
        CertificateArn: `arn:aws:acm:eu-central-1:000000000000:certificate/a`,
      }),
      {},
    ),
  ).toBe("");
});

it("has no warning of the SDK about its use", async () => {
  const warn = jest.spyOn(console, "warn").mockImplementation();
  await bodyOf(jsonRequest("ecs", "ListClusters", {}), { clusterArns: ["a"] });
  await bodyOf(elb("DescribeRules"), { Rules: [] });
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
});

it("writes JSON with times in seconds, and leaves out what is undefined", async () => {
  const services = [{ createdAt: new Date(1_500), serviceName: "a", events: undefined }];
  const output = { services, failures: [] };
  expect(await bodyOf(jsonRequest("ecs", "DescribeServices", { services: ["a"] }), output)).toBe(
    `{"services":[{"serviceName":"a","createdAt":1.5}],"failures":[]}`,
  );
});

it("writes EC2's XML, whose answers have no result in them", async () => {
  const request = queryRequest("Action=DescribeVpcs&Version=2016-11-15", {}, "ec2");
  const output = { Vpcs: [{ VpcId: "vpc-1", IsDefault: true, Tags: [] }] };
  expect(await bodyOf(request, output)).toBe(
    `<DescribeVpcsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>the-id</requestId>` +
      `<vpcSet><item><isDefault>true</isDefault><tagSet/><vpcId>vpc-1</vpcId></item></vpcSet>` +
      `</DescribeVpcsResponse>`,
  );
});

it("says who the caller is", async () => {
  const request = queryRequest("Action=GetCallerIdentity&Version=2011-06-15", {}, "sts");
  const output = {
    UserId: "kecs",
    Account: "000000000000",
    Arn: "arn:aws:iam::000000000000:user/kecs",
  };
  expect(await bodyOf(request, output)).toBe(
    `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>` +
      `<UserId>kecs</UserId><Account>000000000000</Account><Arn>arn:aws:iam::000000000000:user/kecs</Arn>` +
      `</GetCallerIdentityResult><ResponseMetadata><RequestId>the-id</RequestId></ResponseMetadata>` +
      `</GetCallerIdentityResponse>`,
  );
});

it("hands the call over as it was read", async () => {
  const calls: unknown[] = [];
  const handle = (call: unknown): object => {
    calls.push(call);
    return { Listeners: [] };
  };
  const onError = (error: unknown): never => {
    throw error;
  };
  await answer(queryRequest(`${CREATE_LISTENER}&Color=red`), { handle, onError }, "id");
  expect(calls).toEqual([
    expect.objectContaining({
      service: "elasticloadbalancing",
      operation: "CreateListener",
      region: "eu-central-1",
      unknown: ["Color"],
    }),
  ]);
});

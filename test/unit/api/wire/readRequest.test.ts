import type { WireRequest } from "../../../../api/wire/protocol/protocol";
import { readRequest, type Call } from "../../../../api/wire/readRequest";
import { CREATE_LISTENER, jsonRequest, queryRequest } from "../../../helpers/api/wireRequests";

const call = async (request: WireRequest): Promise<Call> => (await readRequest(request)).call;

const LISTENER = {
  LoadBalancerArn: "arn",
  Port: 80,
  Protocol: "HTTP",
  DefaultActions: [
    {
      Type: "forward",
      ForwardConfig: {
        TargetGroups: [
          { TargetGroupArn: "blue", Weight: 1 },
          { TargetGroupArn: "green", Weight: 3 },
        ],
      },
    },
  ],
};

const asLastFirst = (form: string): string => form.split("&").reverse().join("&");

describe("reads", () => {
  it("a call in JSON", async () => {
    const input = { cluster: "c", services: ["a"], include: null };
    expect(await call(jsonRequest("ecs", "DescribeServices", input))).toEqual({
      service: "ecs",
      operation: "DescribeServices",
      region: "eu-central-1",
      input: { cluster: "c", services: ["a"] },
      unknown: [],
      isWaiter: false,
    });
  });

  it.each([
    ["aws-cli/1.46.3 md/Botocore#1.43.62 m/E,b,Z cfg/retry-mode#legacy", false],
    ["aws-cli/1.46.3 md/Botocore#1.43.62 m/B,E,Z cfg/retry-mode#legacy", true],
    ["aws-sdk-js/3.1164.0 m/E,B", true],
  ])("whether a waiter calls: %s", async (agent, isWaiter) => {
    const request = jsonRequest("ecs", "DescribeServices", { services: ["a"] });
    const headers = { ...request.headers, "user-agent": agent };
    expect((await call({ ...request, headers })).isWaiter).toBe(isWaiter);
  });

  it.each([
    ["a form", queryRequest(CREATE_LISTENER)],
    ["a form in any order", queryRequest(asLastFirst(CREATE_LISTENER))],
    [
      "a form below a query string",
      { ...queryRequest(CREATE_LISTENER.slice(22)), path: "/?Action=CreateListener" },
    ],
    ["a GET", { ...queryRequest(""), method: "GET", path: `/?${CREATE_LISTENER}` }],
    [
      "a presigned GET",
      {
        ...queryRequest("", { authorization: undefined }),
        method: "GET",
        path: `/?${CREATE_LISTENER}&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=0&X-Amz-Credential=kecs%2F20260101%2Feu-central-1%2Felasticloadbalancing%2Faws4_request`,
      },
    ],
  ])("a call in %s", async (_name, request) => {
    expect(await call(request)).toEqual({
      service: "elasticloadbalancing",
      operation: "CreateListener",
      region: "eu-central-1",
      input: LISTENER,
      unknown: [],
      isWaiter: false,
    });
  });

  it.each([
    ["", {}],
    ["&Names=", { Names: [] }],
    ["&Names.member.1=", { Names: [""] }],
    ["&Names.member.1=a%20b+c", { Names: ["a b c"] }],
    ["&Names.member.2=b&Names.member.1=a", { Names: ["a", "b"] }],
    ["&Marker=a=b", { Marker: "a=b" }],
    ["&&Marker&", { Marker: "" }],
  ])("the parameters %s", async (parameters, input) => {
    const form = `Action=DescribeLoadBalancers&Version=2015-12-01${parameters}`;
    expect((await call(queryRequest(form))).input).toEqual(input);
  });

  it("a map's entries", async () => {
    const at = "DefaultActions.member.1";
    const extra = `${at}.AuthenticateOidcConfig.AuthenticationRequestExtraParams.entry`;
    const config = [
      "Issuer",
      "AuthorizationEndpoint",
      "TokenEndpoint",
      "UserInfoEndpoint",
      "ClientId",
    ]
      .map((name) => `&${at}.AuthenticateOidcConfig.${name}=x`)
      .join("");
    const entries = `&${extra}.1.key=__proto__&${extra}.1.value=a&${extra}.2.key=b&${extra}.2.value=`;
    const { input } = await call(queryRequest(CREATE_LISTENER + config + entries));
    const read =
      (
        input as unknown as {
          DefaultActions: {
            AuthenticateOidcConfig: { AuthenticationRequestExtraParams: object };
          }[];
        }
      ).DefaultActions[0]?.AuthenticateOidcConfig.AuthenticationRequestExtraParams ?? {};
    expect(Object.entries(read)).toEqual([
      ["__proto__", "a"],
      ["b", ""],
    ]);
  });

  it("a call of STS, with no body to speak of", async () => {
    const form = "Action=GetCallerIdentity&Version=2011-06-15";
    expect(await call(queryRequest(form, {}, "sts"))).toEqual({
      service: "sts",
      operation: "GetCallerIdentity",
      region: "eu-central-1",
      input: {},
      unknown: [],
      isWaiter: false,
    });
  });

  it("a call without a body as one without input", async () => {
    expect((await call(jsonRequest("ecs", "ListClusters", ""))).input).toEqual({});
  });
});

describe("says what it does not know", () => {
  it("in JSON", async () => {
    const text = `{"family": "web", "taskRole": "x", "__proto__": {"a": 1}, "constructor": 1,
      "containerDefinitions": [{"name": "a"}, {"name": "b", "portMapping": [{"containerPort": 80}]}]}`;
    const { input, unknown } = await call(jsonRequest("ecs", "RegisterTaskDefinition", text));
    expect(unknown).toEqual([
      "containerDefinitions[1].portMapping",
      "taskRole",
      "__proto__",
      "constructor",
    ]);
    expect(input).toEqual({
      family: "web",
      containerDefinitions: [{ name: "a" }, { name: "b" }],
    });
    expect(Object.getPrototypeOf(input)).toBe(Object.prototype);
  });

  it("in a form", async () => {
    const more =
      "&Scheme=internal&__proto__.a=1&DefaultActions.member.1.Target.member.1=x&constructor=1";
    const { input, unknown } = await call(queryRequest(CREATE_LISTENER + more));
    expect(unknown).toEqual([
      "DefaultActions.member.1.Target",
      "Scheme",
      "__proto__",
      "constructor",
    ]);
    expect(input).toEqual(LISTENER);
  });
});

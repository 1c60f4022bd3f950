import * as acm from "@aws-sdk/client-acm";
import * as logs from "@aws-sdk/client-cloudwatch-logs";
import * as ec2 from "@aws-sdk/client-ec2";
import * as ecs from "@aws-sdk/client-ecs";
import * as elasticloadbalancing from "@aws-sdk/client-elastic-load-balancing-v2";

import { answer } from "../../../../api/wire/answer";
import { writeError } from "../../../../api/wire/writeResponse";
import { AwsError } from "../../../../api/world/awsError";
import { SdkClient, type ClientName } from "../../../helpers/api/sdkClients";
import { jsonRequest, queryRequest, signature } from "../../../helpers/api/wireRequests";

/* What an operation throws is the error of that class in AWS's own clients. */

const PACKAGES = { acm, ec2, ecs, elasticloadbalancing, logs };
const CALLS: Readonly<Record<ClientName, [string, object]>> = {
  acm: ["ListCertificates", {}],
  ec2: ["DescribeVpcs", {}],
  ecs: ["ListClusters", {}],
  elasticloadbalancing: ["DescribeLoadBalancers", {}],
  logs: ["DescribeLogGroups", {}],
};
const ERROR = -3;

/** Code and class of each error of a package: a Query service's code is another than its class. */
const ERRORS = Object.entries(PACKAGES).flatMap(([service, exported]) =>
  Object.values(exported as unknown as Readonly<Record<string, unknown>>)
    .filter((schema): schema is [number, string, string, { awsQueryError?: [string] } | 0] => {
      return (
        Array.isArray(schema) &&
        schema[0] === ERROR &&
        !String(schema[2]).endsWith("ServiceException")
      );
    })
    .map(([, , name, traits]) => {
      const [queryCode] = traits === 0 ? [] : (traits.awsQueryError ?? []);
      const code = service === "elasticloadbalancing" ? (queryCode ?? name) : name;
      return [service as ClientName, code, name] as const;
    }),
);

const thrownBy = async (service: ClientName, error: Error): Promise<unknown> => {
  const told: unknown[] = [];
  const client = new SdkClient(service, (request) =>
    answer(
      { ...request, headers: { ...request.headers, host: "127.0.0.1" } },
      {
        handle: () => {
          throw error;
        },
        onError: (fault) => told.push(fault),
      },
      "the-id",
    ),
  );
  const failure: unknown = await client.call(...CALLS[service]).catch((caught: unknown) => caught);
  expect(told).toEqual(error instanceof AwsError ? [] : [error]);
  return failure;
};

it.each(ERRORS)("%s: an error %s is a client's %s", async (service, code, name) => {
  const message = `<${code}> & "more"`;
  const exported = PACKAGES[service] as unknown as Record<string, new () => Error>;
  const error = await thrownBy(service, new AwsError(code, message));
  expect(error).toBeInstanceOf(exported[name]);
  expect(error).toMatchObject({
    name,
    message,
    $metadata: { httpStatusCode: 400, requestId: "the-id" },
  });
});

it.each(Object.keys(PACKAGES) as ClientName[])(
  "%s: a fault of ours says nothing of itself",
  async (service) => {
    const error = await thrownBy(service, new TypeError("secret of undefined"));
    expect(error).toMatchObject({ name: "InternalFailure", $metadata: { httpStatusCode: 500 } });
    expect(JSON.stringify(error)).not.toContain("secret");
    expect((error as Error).message).toBe(
      "KECS failed on this request, through no fault of yours: the log of its AWS API tells why.",
    );
  },
);

it("says in a form's answer whose fault it is", () => {
  const { body } = writeError(queryRequest(""), new Error("x"), "id");
  expect(body).toContain("<Type>Receiver</Type><Code>InternalFailure</Code>");
});

it.each([
  ["JSON", jsonRequest("ecs", "A", {}), /^\{"__type":"X"/],
  [
    "JSON for a service unknown",
    { ...jsonRequest("ecs", "A", {}), headers: { "x-amz-target": "a.b" } },
    /^\{/,
  ],
  [
    "JSON for REST",
    { ...jsonRequest("ecs", "A", {}), headers: { "content-type": "application/json" } },
    /^\{/,
  ],
  ["XML", queryRequest(""), /doc\/2015-12-01\//],
  ["XML for EC2", queryRequest("", {}, "ec2"), /^<Response xmlns.*<Errors><Error><Code>X/],
  ["XML for STS", queryRequest("", {}, "sts"), /sts.amazonaws.com\/doc\/2011-06-15\//],
  [
    "JSON for REST without a body",
    {
      method: "GET",
      path: "/2015-03-31/functions",
      headers: { authorization: signature("lambda") },
    },
    /^\{/,
  ],
  [
    "XML for S3",
    { method: "PUT", path: "/bucket", headers: { authorization: signature("s3") } },
    /^<ErrorResponse/,
  ],
  [
    "XML for a form in a query string",
    { method: "GET", path: "/?Action=A", headers: { authorization: signature("iam") } },
    /^<ErrorResponse/,
  ],
  ["XML for anything else", { method: "GET", path: "/", headers: {} }, /^<ErrorResponse xmlns/],
])("answers in %s", (_name, request, expected) => {
  expect(writeError(request, new AwsError("X", "y"), "id").body).toMatch(expected);
});

it("replaces what no XML can hold", () => {
  const { body } = writeError(queryRequest(""), new AwsError("X", "a\u0000b\u001bc"), "id");
  expect(body).toContain("<Message>a\uFFFDb\uFFFDc</Message>");
});

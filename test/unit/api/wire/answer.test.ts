import { answer } from "../../../../api/wire/answer";
import type { WireRequest } from "../../../../api/wire/protocol/protocol";
import {
  CREATE_LISTENER,
  jsonRequest,
  queryRequest,
  signature,
} from "../../../helpers/api/wireRequests";

const deep = (levels: number): string => `{"tags":${"[".repeat(levels)}${"]".repeat(levels)}}`;
const json = (body: unknown, headers = {}): WireRequest =>
  jsonRequest("ecs", "CreateService", body, headers);
const form = (parameters: string, headers = {}): WireRequest =>
  queryRequest(CREATE_LISTENER + parameters, headers);

describe("refuses", () => {
  it.each<[string, WireRequest, string, RegExp]>([
    ["no JSON", json("{"), "SerializationException", /no JSON/],
    [
      "no UTF-8",
      { ...json(""), body: Buffer.from([0x22, 0xff, 0x22]) },
      "SerializationException",
      /no JSON/,
    ],
    [
      "a list",
      json("[]"),
      "SerializationException",
      /^Start of list found where not expected in the body\.$/,
    ],
    [
      "null",
      json("null"),
      "SerializationException",
      /^NULL_VALUE can not be converted to a Structure/,
    ],
    [
      "a number for a text",
      json({ serviceName: 1 }),
      "SerializationException",
      /^NUMBER_VALUE can not be converted to a String at 'serviceName'\.$/,
    ],
    [
      "a text for a number",
      json({ desiredCount: "1" }),
      "SerializationException",
      /^STRING_VALUE can not be converted to a Number at 'desiredCount'/,
    ],
    [
      "a structure for a text",
      json({ serviceName: {} }),
      "SerializationException",
      /^Start of structure or map found/,
    ],
    [
      "null in a list",
      json({ tags: [null] }),
      "SerializationException",
      /^NULL_VALUE .* at 'tags\[0\]'/,
    ],
    [
      "a number that is too large",
      json('{"desiredCount": 1e999}'),
      "SerializationException",
      /too large/,
    ],
    ["deep nesting", json(deep(32)), "SerializationException", /nesting/],
    ["nesting without end", json("[".repeat(500_000)), "SerializationException", /no JSON/],
    [
      "10 001 values",
      json({ other: Array.from({ length: 10_001 }, () => 0) }),
      "SerializationException",
      /more than 10000/,
    ],
    [
      "another content type",
      json({}, { "content-type": "application/json" }),
      "UnknownOperationException",
      /Content-Type/,
    ],
    [
      "no target",
      json({}, { "x-amz-target": undefined }),
      "UnknownOperationException",
      /X-Amz-Target/,
    ],
    [
      "another service's target",
      json({}, { "x-amz-target": "DynamoDB_20120810.ListTables" }),
      "UnknownOperationException",
      /X-Amz-Target/,
    ],
    [
      "an unknown operation",
      jsonRequest("ecs", "Explode", {}),
      "UnknownOperationException",
      /^ecs has no operation Explode\.$/,
    ],
    [
      "a schema that is no operation",
      jsonRequest("ecs", "CreateServiceRequest", {}),
      "UnknownOperationException",
      /no operation/,
    ],
    [
      "a name of every object",
      jsonRequest("ecs", "__proto__", {}),
      "UnknownOperationException",
      /no operation/,
    ],
    ["another method", { ...json({}), method: "PUT" }, "MalformedHttpRequestException", /POST/],
    [
      "another path",
      { ...json({}), path: "/service/ECS/operation/ListClusters" },
      "MalformedHttpRequestException",
      /POST/,
    ],
    [
      "an invalid input",
      json({}),
      "InvalidParameterException",
      /^1 validation error detected: Value null at 'serviceName'/,
    ],
    [
      "no signature",
      json({}, { authorization: undefined }),
      "MissingAuthenticationTokenException",
      /missing Authentication Token/,
    ],
    [
      "a signature of another kind",
      json({}, { authorization: "Bearer x" }),
      "MissingAuthenticationTokenException",
      /missing/,
    ],
    [
      "a scope without a service",
      json({}, { authorization: signature("") }),
      "MissingAuthenticationTokenException",
      /missing/,
    ],
    [
      "another service",
      json({}, { authorization: signature("dynamodb") }),
      "UnknownOperationException",
      /^dynamodb is not part of KECS; set KECS_AWS_UPSTREAM/,
    ],
    [
      "a service that every object has",
      json({}, { authorization: signature("constructor") }),
      "UnknownOperationException",
      /not part of KECS/,
    ],
  ])("%s in JSON", async (_name, request, code, message) => {
    const { status, body, headers } = await refused(request);
    expect(status).toBe(code.startsWith("Missing") ? 403 : 400);
    expect(headers).toMatchObject({ "x-amzn-requestid": "id", "x-amzn-errortype": code });
    expect(JSON.parse(body)).toEqual({
      __type: code,
      message: expect.stringMatching(message) as string,
    });
  });

  it.each<[string, WireRequest, string, RegExp]>(
    [
      [
        "a hole in a list",
        form("&Certificates.member.1.CertificateArn=a&Certificates.member.3.CertificateArn=b"),
        "MalformedInput",
        /'Certificates.member' has no number 2/,
      ],
      [
        "a list from 0",
        form("&Certificates.member.0.CertificateArn=a"),
        "MalformedInput",
        /has no number 1/,
      ],
      [
        "a list with no number",
        form("&AlpnPolicy.member.x=a"),
        "MalformedInput",
        /has no number 1/,
      ],
      [
        "a number in another form",
        form("&AlpnPolicy.member.01=a"),
        "MalformedInput",
        /has no number 1/,
      ],
      [
        "entries for a list",
        form("&AlpnPolicy.entry.1=a"),
        "MalformedInput",
        /is not a list of member/,
      ],
      ["a value for a list", form("&AlpnPolicy=a"), "MalformedInput", /is not a simple value/],
      [
        "a value and members",
        form("&AlpnPolicy=&AlpnPolicy.member.1=a"),
        "MalformedInput",
        /is not a simple value/,
      ],
      [
        "a value for a structure",
        form("&MutualAuthentication=a"),
        "MalformedInput",
        /is not a simple value/,
      ],
      ["members of a value", form("&SslPolicy.a=b"), "MalformedInput", /has no members/],
      ["a parameter twice", form("&Port=81"), "MalformedQueryString", /'Port' is there twice/],
      [
        "no number",
        form("&MutualAuthentication.Mode=off").body.toString().replace("Port=80", "Port=http"),
        "MalformedInput",
        /'Port' can not be converted to a Number/,
      ],
      [
        "a number that is too large",
        CREATE_LISTENER.replace("Port=80", "Port=9999999999999999999"),
        "MalformedInput",
        /size/,
      ],
      [
        "no boolean",
        form("&MutualAuthentication.IgnoreClientCertificateExpiry=yes"),
        "MalformedInput",
        /Boolean/,
      ],
      ["a broken escape", form("&SslPolicy=%zz"), "MalformedQueryString", /syntax error/],
      ["what no XML can hold", form("&SslPolicy=%00"), "MalformedQueryString", /syntax error/],
      [
        "deep nesting",
        form(`&${"a.".repeat(32)}b=1`),
        "MalformedInput",
        /is not the name of a parameter/,
      ],
      ["an empty part of a name", form("&a..b=1"), "MalformedInput", /is not the name/],
      ["10 001 parameters", form("&a=1".repeat(10_001)), "MalformedQueryString", /more than 10000/],
      ["no action", "Version=2015-12-01", "MissingAction", /Action/],
      [
        "the version of another service",
        "Action=DescribeLoadBalancers&Version=2012-06-01",
        "InvalidAction",
        /^Could not find .* version 2012-06-01; KECS knows version 2015-12-01, which is &quot;aws elbv2&quot;/,
      ],
      [
        "an unknown operation",
        "Action=Explode&Version=2015-12-01",
        "InvalidAction",
        /no operation Explode/,
      ],
      [
        "another content type",
        form("", { "content-type": "text/plain" }),
        "MissingAction",
        /Content-Type/,
      ],
      [
        "another method",
        { ...form(""), method: "DELETE" },
        "MalformedHttpRequestException",
        /POST/,
      ],
      ["another path", { ...form(""), path: "/elb?x" }, "MalformedHttpRequestException", /POST/],
      [
        "an invalid input",
        CREATE_LISTENER.replace("=HTTP", "=FTP"),
        "ValidationError",
        /^1 validation error detected: Value 'FTP' at 'protocol'/,
      ],
      [
        "no signature",
        form("", { authorization: undefined }),
        "MissingAuthenticationToken",
        /missing/,
      ],
      [
        "another service",
        form("", { authorization: signature("iam") }),
        "InvalidAction",
        /^iam is not part of KECS/,
      ],
      [
        "another operation of STS",
        queryRequest("Action=AssumeRole&Version=2011-06-15", {}, "sts"),
        "InvalidAction",
        /^AssumeRole of sts is not part of KECS/,
      ],
    ].map(
      ([name, request, code, message]) =>
        [name, typeof request === "string" ? queryRequest(request) : request, code, message] as [
          string,
          WireRequest,
          string,
          RegExp,
        ],
    ),
  )("%s in a form", async (_name, request, code, message) => {
    const { status, body, headers } = await refused(request);
    expect(status).toBe(code === "MissingAuthenticationToken" ? 403 : 400);
    expect(headers).toMatchObject({ "x-amzn-requestid": "id", "content-type": "text/xml" });
    expect(body).toMatch(/^<ErrorResponse xmlns="[^"]+"><Error><Type>Sender<\/Type>/);
    expect(body).toContain(`<Code>${code}</Code>`);
    expect(/<Message>(.*)<\/Message>/.exec(body)?.[1]?.replaceAll("&apos;", "'")).toMatch(message);
    expect(body).toContain("<RequestId>id</RequestId></ErrorResponse>");
  });

  it("another operation of EC2, in that one's XML", async () => {
    const form = "Action=RunInstances&Version=2016-11-15";
    const { status, body } = await refused(queryRequest(form, {}, "ec2"));
    expect(status).toBe(400);
    expect(body).toMatch(/^<Response xmlns="[^"]+"><Errors><Error><Code>InvalidAction<\/Code>/);
    expect(body).toContain(
      "<Message>RunInstances of ec2 is not part of KECS; set KECS_AWS_UPSTREAM",
    );
    expect(body).toContain("</Error></Errors><RequestID>id</RequestID></Response>");
  });
});

async function refused(
  request: WireRequest,
): Promise<{ status: number; body: string; headers: object }> {
  const unexpected = (): never => {
    throw new Error("nothing is called");
  };
  const { body, ...rest } = await answer(
    request,
    { handle: unexpected, onError: unexpected },
    "id",
  );
  return { ...rest, body: body as string };
}

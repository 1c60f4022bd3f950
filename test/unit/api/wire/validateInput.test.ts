import { AwsError } from "../../../../api/world/awsError";
import { throwIfInvalid } from "../../../../api/wire/validate/throwIfInvalid";
import { validateInput } from "../../../../api/wire/validate/validateInput";

const ELB = "elasticloadbalancing";
const LISTENER = { LoadBalancerArn: "arn", DefaultActions: [{ Type: "forward" }] };

it.each<[string, string, string, object, string[]]>([
  [
    "a value that is none of an enum's",
    ELB,
    "CreateListener",
    { ...LISTENER, Protocol: "FTP" },
    [
      "Value 'FTP' at 'protocol' failed to satisfy constraint: Member must satisfy enum value set: [HTTP, HTTPS, TCP, TLS, UDP, TCP_UDP, GENEVE, QUIC, TCP_QUIC]",
    ],
  ],
  [
    "a member of a structure in a list",
    ELB,
    "CreateRule",
    {
      ListenerArn: "arn",
      Conditions: [],
      Priority: 1,
      Actions: [
        { Type: "redirect", RedirectConfig: { StatusCode: "HTTP_301", Path: "/".repeat(129) } },
      ],
    },
    [
      `Value '${"/".repeat(129)}' at 'actions.1.member.redirectConfig.path' failed to satisfy constraint: Member must have length less than or equal to 128`,
    ],
  ],
  [
    "required members that are not there",
    ELB,
    "CreateListener",
    { DefaultActions: [{}] },
    [
      "Value null at 'loadBalancerArn' failed to satisfy constraint: Member must not be null",
      "Value null at 'defaultActions.1.member.type' failed to satisfy constraint: Member must not be null",
    ],
  ],
  [
    "a number out of its range",
    ELB,
    "CreateListener",
    { ...LISTENER, Port: 65_536 },
    [
      "Value '65536' at 'port' failed to satisfy constraint: Member must have value less than or equal to 65535",
    ],
  ],
  [
    "a number that is no integer",
    "ecs",
    "CreateService",
    { serviceName: "web", desiredCount: 1.5 },
    [
      "Value '1.5' at 'desiredCount' failed to satisfy constraint: Member must be an integer of 32 bits",
    ],
  ],
  [
    "an item of a list of texts",
    "acm",
    "ListCertificates",
    { CertificateStatuses: ["ISSUED", "GONE"] },
    [
      "Value '[ISSUED, GONE]' at 'certificateStatuses' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [PENDING_VALIDATION, ISSUED, INACTIVE, EXPIRED, VALIDATION_TIMED_OUT, REVOKED, FAILED]]",
    ],
  ],
  [
    "a text that breaks two rules",
    "logs",
    "GetLogEvents",
    { logStreamName: "a", logGroupName: "" },
    [
      "Value '' at 'logGroupName' failed to satisfy constraint: Member must have length greater than or equal to 1",
      "Value '' at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+",
    ],
  ],
  [
    "a secret, without its value",
    "acm",
    "ImportCertificate",
    { Certificate: Buffer.from("x"), PrivateKey: Buffer.alloc(5121, "secret") },
    [
      "Value at 'privateKey' failed to satisfy constraint: Member must have length less than or equal to 5120",
    ],
  ],
  ["what fits", ELB, "CreateListener", { ...LISTENER, Protocol: "HTTP", Port: 80 }, []],
  ["an operation of which the table knows nothing", "sts", "GetCallerIdentity", { a: 1 }, []],
])("says of %s what AWS says", (_name, service, operation, input, expected) => {
  expect(validateInput(service, operation, input as Record<string, unknown>)).toEqual(expected);
});

it("shows only the beginning of a long value", () => {
  const input = { ...LISTENER, Protocol: "x".repeat(5000) };
  expect(validateInput(ELB, "CreateListener", input)[0]).toContain(`'${"x".repeat(256)}...'`);
});

it.each([
  [
    ELB,
    "CreateRule",
    { ListenerArn: "arn", Conditions: [], Priority: 1 },
    "ValidationError",
    /^1 validation error detected: /,
  ],
  [ELB, "CreateRule", {}, "ValidationError", /^4 validation errors detected: .*null; Value null/],
  ["ecs", "CreateService", {}, "InvalidParameterException", /'serviceName'/],
  ["ecs", "RegisterTaskDefinition", {}, "ClientException", /'family'/],
  ["acm", "DeleteCertificate", {}, "ValidationException", /'certificateArn'/],
  ["logs", "GetLogEvents", {}, "InvalidParameterException", /'logStreamName'/],
  [
    ELB,
    "CreateListener",
    { LoadBalancerArn: "arn", DefaultActions: Array.from({ length: 9000 }, () => ({})) },
    "ValidationError",
    /^9000 validation errors detected: .{0,2200}; \.\.\.$/,
  ],
])(
  "refuses an input of %s %s with one of the service's codes",
  (service, operation, input, code, message) => {
    const refuse = (): void => {
      throwIfInvalid(service, operation, input);
    };
    expect(refuse).toThrow(AwsError);
    expect(refuse).toThrow(message);
    expect(refuse).toThrow(expect.objectContaining({ code }) as Error);
  },
);

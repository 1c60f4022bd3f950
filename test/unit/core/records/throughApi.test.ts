import { formatIssue } from "../../../../core/validate";
import { API_STACK, isOfApi, madeThroughApi } from "../../../../core/records/throughApi";

const record = (kind: string, attributes: object = {}, stack: string = API_STACK) => ({
  kind,
  arn: `arn:${kind}`,
  stack,
  attributes: { ...attributes },
});

test("what ended, and what a stack made, is not the API's", () => {
  expect([
    isOfApi(record("lb")),
    isOfApi(record("svc", { status: "ACTIVE" })),
    isOfApi(record("svc", { status: "INACTIVE" })),
    isOfApi(record("lb", {}, "shop/dev")),
  ]).toEqual([true, true, false, false]);
});

test("an issue names the object, the property and what removes it", () => {
  expect(formatIssue(madeThroughApi(record("lb"), "myapp", 'Alb("shop")'))).toBe(
    'error KECS1036: Alb("shop").name: the load balancer "arn:lb" was made through the AWS API of instance "myapp"\n' +
      "  hint: choose another name, or remove it, with the variables of kecs env: aws elbv2 delete-load-balancer --load-balancer-arn arn:lb",
  );
});

test.each([
  ["listener", {}, ".port", "aws elbv2 delete-listener --listener-arn arn:listener"],
  ["rule", {}, ".priority", "aws elbv2 delete-rule --rule-arn arn:rule"],
  ["tg", {}, ".name", "aws elbv2 delete-target-group --target-group-arn arn:tg"],
  ["cert", {}, "", "aws acm delete-certificate --certificate-arn arn:cert"],
  [
    "lc",
    { listenerArn: "arn:l", certificateArn: "arn:c" },
    ".certificateArn",
    "aws elbv2 remove-listener-certificates --listener-arn arn:l --certificates CertificateArn=arn:c",
  ],
  ["cluster", {}, ".name", "aws ecs delete-cluster --cluster arn:cluster"],
  [
    "svc",
    { cluster: "main" },
    ".name",
    "aws ecs delete-service --force --cluster main --service arn:svc",
  ],
  ["td", {}, ".family", "aws ecs deregister-task-definition --task-definition arn:td"],
])("a %s is removed by its own command", (kind, attributes, field, command) => {
  const { path, hint } = madeThroughApi(record(kind, attributes), "myapp", "It");
  expect([path, hint?.split(": ").at(-1)]).toEqual([`It${field}`, command]);
});

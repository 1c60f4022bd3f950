import { formatIssue } from "../../../../core/validate";
import { API_STACK, isOfOthers, madeByOthers, nameOfOthers } from "../../../../core/records/others";

const record = (kind: string, attributes: object = {}, stack: string = API_STACK) => ({
  kind,
  arn: `arn:${kind}`,
  stack,
  attributes: { ...attributes },
});

test("what ended, and what the stack itself made, is not of others", () => {
  const all = [
    record("lb"),
    record("svc", { status: "ACTIVE" }),
    record("svc", { status: "INACTIVE" }),
    record("lb", {}, "shop/dev"),
    record("lb", {}, "own/dev"),
  ];
  expect(all.map((of) => isOfOthers(of, (stack) => stack === "own/dev"))).toEqual([
    true,
    true,
    false,
    true,
    false,
  ]);
});

test("an issue names the stack that has the object", () => {
  expect(formatIssue(madeByOthers(record("lb", {}, "shop/dev"), "myapp", 'Alb("shop")'))).toBe(
    'error KECS1038: Alb("shop").name: the load balancer "arn:lb" of instance "myapp" belongs to stack "shop/dev"\n' +
      "  hint: choose another name, or remove it from that stack first; kecs:takeOver is for a stack that was renamed",
  );
  expect(formatIssue(nameOfOthers(record("lb", {}, "shop/dev"), "a.test", 'Alb("web")'))).toBe(
    'error KECS1038: Alb("web"): host name "a.test" belongs to "arn:lb" of stack "shop/dev"\n' +
      "  hint: choose another name, or remove it from that stack first; kecs:takeOver is for a stack that was renamed",
  );
});

test("an issue names the object, the property and what removes it", () => {
  expect(formatIssue(madeByOthers(record("lb"), "myapp", 'Alb("shop")'))).toBe(
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
  ["namespace", {}, ".name", "choose another name"],
])("a %s is removed by its own command", (kind, attributes, field, command) => {
  const { path, hint } = madeByOthers(record(kind, attributes), "myapp", "It");
  expect([path, hint?.split(": ").at(-1)]).toEqual([`It${field}`, command]);
});

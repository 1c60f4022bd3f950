import { targetGroupArn } from "../../../../../core/arn";
import { actionOf, targetGroupArnsOf } from "../../../../../core/lb/listener/actions";
import type { ActionValues } from "../../../../../core/lb/actions/values";
import type { TargetGroup } from "../../../../../core/lb/model";
import { CONNECTION } from "../../../../helpers/samples";

const groupOf = (arn: string): TargetGroup => ({
  name: `name of ${arn}`,
  arn,
  protocol: "HTTP",
  protocolVersion: "HTTP1",
  algorithm: "round_robin",
});
const arn = (name: string) => targetGroupArn(CONNECTION, name);

test("forwards everything to the one target group", () => {
  expect(actionOf([{ type: "forward", targetGroupArn: arn("g") }], groupOf)).toStrictEqual({
    type: "forward",
    targetGroups: [{ group: groupOf(arn("g")), weight: 1 }],
  });
});

test("forwards by weights, 1 where none is given, with the stickiness that is on", () => {
  const targetGroups = [{ arn: arn("a"), weight: 0 }, { arn: arn("b") }];
  const forward = { targetGroups, stickiness: { enabled: true, duration: 60 } };
  expect(actionOf([{ type: "forward", forward }], groupOf)).toStrictEqual({
    type: "forward",
    targetGroups: [
      { group: groupOf(arn("a")), weight: 0 },
      { group: groupOf(arn("b")), weight: 1 },
    ],
    stickiness: 60,
  });
});

test("leaves stickiness out where it is off", () => {
  const forward = { targetGroups: [{ arn: arn("a") }], stickiness: { duration: 60 } };
  expect(actionOf([{ type: "forward", forward }], groupOf)).not.toHaveProperty("stickiness");
});

test("redirects to what the request had, unless told otherwise", () => {
  expect(
    actionOf([{ type: "redirect", redirect: { statusCode: "HTTP_301", path: "/a" } }], groupOf),
  ).toStrictEqual({
    type: "redirect",
    statusCode: 301,
    protocol: "#{protocol}",
    host: "#{host}",
    port: "#{port}",
    path: "/a",
    query: "#{query}",
  });
});

test("redirects to what it was told", () => {
  const where = { protocol: "HTTPS", host: "a.test", port: "443", path: "/", query: "" };
  expect(
    actionOf([{ type: "redirect", redirect: { statusCode: "HTTP_302", ...where } }], groupOf),
  ).toStrictEqual({ type: "redirect", statusCode: 302, ...where });
});

test("redirects to the path of the request where only the host changes", () => {
  const redirect = { statusCode: "HTTP_301", host: "a.test" };
  expect(actionOf([{ type: "redirect", redirect }], groupOf)).toMatchObject({ path: "/#{path}" });
});

test.each<[string, ActionValues["fixedResponse"], object]>([
  ["nothing but a status", { statusCode: "204" }, { statusCode: 204, messageBody: "" }],
  [
    "a body as plain text",
    { statusCode: "404", messageBody: "no" },
    { statusCode: 404, contentType: "text/plain", messageBody: "no" },
  ],
  [
    "a body of its own type",
    { statusCode: "200", contentType: "application/json", messageBody: "{}" },
    { statusCode: 200, contentType: "application/json", messageBody: "{}" },
  ],
])("answers %s", (_, fixedResponse, expected) => {
  const action = { type: "fixed-response", ...(fixedResponse && { fixedResponse }) };
  expect(actionOf([action], groupOf)).toStrictEqual({ type: "fixed-response", ...expected });
});

test("takes the action of the highest order", () => {
  const actions = [
    { type: "forward", order: 2, targetGroupArn: arn("g") },
    { type: "authenticate-oidc", order: 1 },
  ];
  expect(actionOf(actions, groupOf).type).toBe("forward");
});

test("does not guess at actions that have not been validated", () => {
  expect(() => actionOf([], groupOf)).toThrow(RangeError);
});

test("names each target group once", () => {
  const forward = { targetGroups: [{ arn: "a" }, { arn: "b" }] };
  expect(
    targetGroupArnsOf([
      { type: "forward", targetGroupArn: "a" },
      { type: "forward", forward },
    ]),
  ).toEqual(["a", "b"]);
  expect(targetGroupArnsOf([{ type: "redirect" }])).toEqual([]);
});

import { validateFixedResponse } from "../../../../../../core/lb/actions/fixedResponse/validate";
import type { FixedResponseValues } from "../../../../../../core/lb/actions/values";
import { brief } from "../../../../../helpers/issues";

const check = (values: Partial<FixedResponseValues>) =>
  brief(validateFixedResponse({ statusCode: "200", ...values }, "f"));

test.each<[string, Partial<FixedResponseValues>]>([
  ...["200", "299", "400", "499", "500", "599"].map(
    (statusCode): [string, { statusCode: string }] => [statusCode, { statusCode }],
  ),
  ...["text/plain", "text/css", "text/html", "application/javascript", "application/json"].map(
    (contentType): [string, { contentType: string }] => [contentType, { contentType }],
  ),
  ["a body of 1024 bytes", { messageBody: "x".repeat(1024) }],
  ["a body of 512 letters of two bytes", { messageBody: "\u00e9".repeat(512) }],
])("accepts %s", (_, values) => {
  expect(check(values)).toEqual([]);
});

test.each<[string, Partial<FixedResponseValues>, string[]]>([
  ...["199", "300", "301", "399", "600", "20", "2000", "abc", ""].map(
    (statusCode): [string, { statusCode: string }, string[]] => [
      `status ${statusCode}`,
      { statusCode },
      ["KECS1020 f.statusCode"],
    ],
  ),
  ["content type image/png", { contentType: "image/png" }, ["KECS1008 f.contentType"]],
  ["a character set", { contentType: "text/plain; charset=utf-8" }, ["KECS1008 f.contentType"]],
  ["a body of 1025 bytes", { messageBody: "x".repeat(1025) }, ["KECS1020 f.messageBody"]],
  ["513 letters of two bytes", { messageBody: "\u00e9".repeat(513) }, ["KECS1020 f.messageBody"]],
])("rejects %s", (_, values, expected) => {
  expect(check(values)).toEqual(expected);
});

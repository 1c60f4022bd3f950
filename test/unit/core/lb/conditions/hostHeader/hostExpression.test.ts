import { validateHostExpression } from "../../../../../../core/lb/conditions/hostHeader/hostExpression";
import { only } from "../../../../../helpers/issues";

test.each([
  "^api\\.shop\\.test$",
  "^[A-Za-z0-9-]+\\.shop\\.test$",
  "(?i)^API\\.test$",
  "^(?i:API)\\.test$",
  "^\\D+\\.\\S+\\W\\pL\\p{Lu}\\x{4A}$",
  "^(?P<Name>a|b)\\.test$",
])("accepts %j", (value) => {
  expect(validateHostExpression(value, "r")).toEqual([]);
});

test.each([
  ["^API\\.test$", "matches no host: they are compared in lower case"],
  ["^[a-z]+\\.Test$", "matches no host: they are compared in lower case"],
  ["^m\u00fcller\\.test$", "holds characters beyond ASCII, which no host name has"],
  ["(?i)^m\u00fcller\\.test$", "holds characters beyond ASCII, which no host name has"],
])("rejects %j", (value, why) => {
  const { code, path, message } = only(validateHostExpression(value, "r"));
  expect({ code, path, message }).toEqual({
    code: "KECS1018",
    path: "r",
    message: `${JSON.stringify(value)} ${why}`,
  });
});

test("rejects what is no regular expression, as everywhere", () => {
  expect(only(validateHostExpression("A(?=b)", "r")).message).toContain("not a regular expression");
});

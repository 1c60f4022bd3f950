import { claimOf } from "../../../../cli/project/claim";

test("a stack's claim names its backend, and what it may take over", () => {
  const project = { name: "kecs", folder: "/shop", stacksFolder: "/shop" };
  const config = { "kecs:takeOver": "q/t@b" };
  expect(claimOf({ PULUMI_BACKEND_URL: "s3://a" }, project, "o/kecs/dev", config)).toEqual({
    owner: "kecs/dev@s3://a",
    takeOver: "q/t@b",
  });
});

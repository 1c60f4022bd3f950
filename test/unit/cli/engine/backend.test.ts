import { homedir } from "node:os";
import { chooseBackend } from "../../../../cli/engine/backend";

const OWN = { PULUMI_BACKEND_URL: `file://${homedir()}`, PULUMI_CONFIG_PASSPHRASE: "" };

test("state is kept in the user's home where nothing else is said", () => {
  expect(chooseBackend({}, undefined, undefined)).toEqual({ chosenBy: "kecs", additions: OWN });
});

test.each([
  ["PULUMI_BACKEND_URL", { PULUMI_BACKEND_URL: "s3://x" }, undefined, undefined],
  ["Pulumi.yaml", {}, "s3://x", undefined],
  ["pulumi login", {}, undefined, "https://api.pulumi.com"],
  ["PULUMI_ACCESS_TOKEN", { PULUMI_ACCESS_TOKEN: "t" }, undefined, undefined],
])("the user's own choice wins: %s", (chosenBy, env, project, login) => {
  expect(chooseBackend(env, project, login)).toEqual({
    chosenBy,
    additions: { PULUMI_CONFIG_PASSPHRASE: "" },
  });
});

test.each([{ PULUMI_CONFIG_PASSPHRASE: "secret" }, { PULUMI_CONFIG_PASSPHRASE_FILE: "/f" }])(
  "the user's own passphrase is left alone, and never repeated",
  (env) => {
    expect(chooseBackend(env, undefined, undefined).additions).toEqual({
      PULUMI_BACKEND_URL: `file://${homedir()}`,
    });
  },
);

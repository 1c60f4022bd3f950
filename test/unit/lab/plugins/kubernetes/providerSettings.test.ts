import { readSettings } from "../../../../../lab/plugins/kubernetes/providerSettings";

function settings(
  args: Record<string, string>,
  env: NodeJS.ProcessEnv = {},
): ReturnType<typeof readSettings> {
  const variables = Object.entries(args).map(
    ([name, value]) => [`kubernetes:config:${name}`, value] as const,
  );
  return readSettings(new Map(variables), env);
}

describe("provider settings", () => {
  it("come from arguments, then from the environment", () => {
    const env = { PULUMI_K8S_DELETE_UNREACHABLE: "true" };
    expect(settings({}, env).deleteUnreachable).toBe(true);
    expect(settings({ deleteUnreachable: "false" }, env).deleteUnreachable).toBe(false);
    expect(settings({ upsertExistingObjects: "true" }).upsertExistingObjects).toBe(true);
  });

  it.each([
    [{ enableServerSideApply: "false" }, "client-side apply"],
    [{ renderYamlToDirectory: "out" }, "renderYamlToDirectory"],
    [{ strictMode: "true" }, "strictMode"],
  ])("reject %j, which the stand-in cannot do", (args, what) => {
    expect(() => settings(args)).toThrow(
      `lab stand-in for Pulumi's kubernetes plugin; it has no ${what}`,
    );
  });
});

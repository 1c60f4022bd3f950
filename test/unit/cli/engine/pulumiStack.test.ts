import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PulumiStack } from "../../../../cli/engine/pulumiStack";
import { withPrograms } from "../../../helpers/fakePrograms";

test.each(["open", "find"] as const)(
  "a stack that cannot be had is told with a code and with what to do: %s",
  async (way) => {
    const folder = mkdtempSync(join(tmpdir(), "kecs-deployment-"));
    writeFileSync(join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    const said = "error: passphrase must be set with PULUMI_CONFIG_PASSPHRASE";
    const pulumi = [
      { when: "version", then: "echo v3.250.0" },
      { when: "stack", then: `echo '${said}' >&2; exit 255` },
    ];
    let error: unknown;
    await withPrograms({ pulumi }, async () => {
      const project = { name: "shop", folder, stacksFolder: folder };
      error = await PulumiStack[way](project, "dev").catch((reason: unknown) => reason);
    });
    rmSync(folder, { recursive: true });
    expect(String(error)).toMatch(
      /error KECS3003: [^]*passphrase must be set.*\n {2}hint: set PULUMI_CONFIG_PASSPHRASE/,
    );
  },
);

test("a stack that another process makes at the same moment is taken as it is", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kecs-deployment-"));
  writeFileSync(join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
  const made = join(folder, "made");
  const pulumi = [
    { when: "version", then: "echo v3.250.0" },
    {
      when: "stack select",
      then: `[ -e ${made} ] || { echo "error: no stack named 'dev' found" >&2; exit 255; }`,
    },
    {
      when: "stack init",
      then: `: >${made}; echo "error: stack 'organization/shop/dev' already exists" >&2; exit 255`,
    },
  ];
  await withPrograms({ pulumi }, async () => {
    const project = { name: "shop", folder, stacksFolder: folder };
    await expect(PulumiStack.open(project, "dev")).resolves.toBeInstanceOf(PulumiStack);
  });
  rmSync(folder, { recursive: true });
});

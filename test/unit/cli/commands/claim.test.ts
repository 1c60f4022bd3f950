import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { runCli } from "../../../../cli/cli";
import { withPrograms } from "../../../helpers/fakePrograms";

jest.mock("../../../../cli/machine/prepare");
jest.mock("../../../../cli/engine/pulumiStack");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kecs-claim-"));
  mkdirSync(join(folder, "home"));
  writeFileSync(join(folder, "Pulumi.yaml"), "name: kecs\n");
  writeFileSync(
    join(folder, "Pulumi.dev.yaml"),
    "config:\n  kecs:instance: shop\n  kecs:httpPort: auto\n  kecs:httpsPort: auto\n",
  );
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Runs a command where the stack's own cluster is, whose home is not that of this process. */
async function run(command: string): Promise<string> {
  const labels = {
    "kecs.dev/epoch": "e1",
    "kecs.dev/owner": `kecs/dev@file://${join(folder, "home")}`,
  };
  const node = {
    Name: "/k3d-kecs-shop-server-0",
    Config: { Image: "k3s", Labels: labels },
    State: { Running: false },
    HostConfig: { PortBindings: null, Binds: null },
    NetworkSettings: { Ports: null },
  };
  const written: string[] = [];
  const write = (text: string) => written.push(text);
  await withPrograms(
    {
      docker: [
        { when: "inspect --type container k3d", then: `echo '${JSON.stringify([node])}'` },
        { when: "cp", then: "echo 'Could not find the file /x in container y' >&2; exit 1" },
      ],
      k3d: [{ when: "kubeconfig get kecs-shop", then: "echo credentials" }],
      pulumi: [],
    },
    async () => {
      await runCli(
        [command, "--stack", "dev"],
        {
          stdin: Readable.from([]),
          stdout: { write },
          stderr: { write },
          env: {
            PATH: process.env["PATH"],
            HOME: join(folder, "home"),
            PULUMI_HOME: join(folder, "pulumi"),
            KECS_DATA_DIR: join(folder, "data"),
            KECS_CACHE_DIR: join(folder, "cache"),
          },
          cwd: folder,
          signal: new AbortController().signal,
        },
        { folder: "/nowhere", version: "1.2.3" },
      );
    },
  );
  return written.join("");
}

test.each(["start", "stop", "env"])(
  "%s knows its own cluster by the backend it uses",
  async (of) => {
    const text = await run(of);
    expect(text).not.toContain("KECS3010");
    if (of === "stop") expect(text).toContain("kecs-shop was stopped already");
    const kubeconfig = join(folder, "cache", "instances", "shop", "kubeconfig");
    if (of === "env") expect(existsSync(kubeconfig)).toBe(true);
  },
);

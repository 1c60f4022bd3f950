import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { runCli } from "../../cli/cli";
import { withPrograms, type Answer } from "./fakePrograms";

const SERVER = "k3d-kecs-shop-server-0";
const BALANCER = "k3d-kecs-shop-serverlb";

/** How the containers of the instance are, or that there is none. */
export type InstanceIs = "running" | "asleep" | "stopped" | "absent";

export interface CommandOptions {
  readonly signal?: AbortSignal;
  /** What Pulumi says. */
  readonly pulumi?: readonly Answer[];
}

/** A project whose stack "dev" has the instance "shop", in a folder of its own. */
export class InstanceProject {
  readonly folder = mkdtempSync(join(tmpdir(), "kecs-instance-"));

  constructor() {
    mkdirSync(join(this.folder, "home"));
    writeFileSync(join(this.folder, "Pulumi.yaml"), "name: kecs\n");
    writeFileSync(join(this.folder, "Pulumi.dev.yaml"), "config:\n  kecs:instance: shop\n");
  }

  get owner(): string {
    return `kecs/dev@file://${join(this.folder, "home")}`;
  }

  /** What Docker says of the instance; answers of the test's own come first. */
  docker(is: InstanceIs, owner = this.owner): Answer[] {
    if (is === "absent") {
      const then = "echo 'Error: No such container: x' >&2; echo '[]'; exit 1";
      return [{ when: "inspect", then }];
    }
    const parts = [SERVER, BALANCER].map((name) => ({
      Name: `/${name}`,
      Config: { Image: "k3s", Labels: { "kecs.dev/epoch": "e1", "kecs.dev/owner": owner } },
      State: { Running: is !== "stopped", Paused: is === "asleep" },
      HostConfig: { PortBindings: null, Binds: null },
      NetworkSettings: { Ports: null },
    }));
    const [from, by] = is === "asleep" ? ["paused", "unpause"] : ["running", "pause"];
    const ofRole = (role: string) =>
      `ps --filter label=k3d.cluster=kecs-shop --filter label=k3d.role=${role} --filter status=${from}`;
    const hasParts = is !== "stopped";
    return [
      { when: `inspect --type container k3d`, then: `echo '${JSON.stringify(parts)}'` },
      { when: "inspect --type container --format", then: "echo '[server]'" },
      { when: "inspect", then: `echo 'e1|${owner}'` },
      { when: "cp", then: "echo 'Could not find the file /x in container y' >&2; exit 1" },
      { when: ofRole("server"), then: hasParts ? `echo ${SERVER}` : ":" },
      { when: ofRole("loadbalancer"), then: hasParts ? `echo ${BALANCER}` : ":" },
      { when: by, then: 'shift; echo "$@"' },
    ];
  }

  /** Runs a command of the stack, with these programs in the place of the machine's. */
  async run(
    argv: readonly string[],
    docker: readonly Answer[],
    { signal = new AbortController().signal, pulumi = [] }: CommandOptions = {},
  ) {
    const out: string[] = [];
    const err: string[] = [];
    let exitCode = -1;
    const calls = await withPrograms({ docker, pulumi, k3d: [] }, async () => {
      exitCode = await runCli(
        argv,
        {
          stdin: Readable.from([]),
          stdout: { write: (text: string) => out.push(text) },
          stderr: { write: (text: string) => err.push(text) },
          env: {
            PATH: process.env["PATH"],
            HOME: join(this.folder, "home"),
            PULUMI_HOME: join(this.folder, "pulumi"),
            KECS_DATA_DIR: join(this.folder, "data"),
            KECS_CACHE_DIR: join(this.folder, "cache"),
          },
          cwd: this.folder,
          signal,
        },
        { folder: "/nowhere", version: "1.2.3" },
      );
    });
    const changes = calls.filter((call) => /^(docker (un)?pause|k3d|docker (rm|stop)) /.test(call));
    return { exitCode, stdout: out.join(""), stderr: err.join(""), calls, changes };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

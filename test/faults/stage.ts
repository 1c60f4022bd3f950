import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ask } from "../e2e/support/http";
import { eventually } from "../e2e/support/eventually";
import { Project } from "../e2e/support/project";
import { run, type Outcome } from "../e2e/support/run";
import { meet } from "./meet";
import type { Before, Interrupt } from "./row";

const STACK = "faults";
const HTTP_PORT = 27680;
const HOST = `${STACK}-alb.elb.amazonaws.com`;
const CLUSTER = `kecs-${STACK}`;
const NAMES = {
  STACK,
  CLUSTER,
  HTTP_PORT: String(HTTP_PORT),
  SERVER: `k3d-${CLUSTER}-server-0`,
  BALANCER: `k3d-${CLUSTER}-serverlb`,
  NETWORK: `k3d-${CLUSTER}`,
} as const;
/** A command that takes longer does not end. */
const PATIENCE_SECONDS = 420;

const KUBECONFIG = [
  "apiVersion: v1",
  "kind: Config",
  "# the user's own",
  "current-context: production",
  "contexts: [{ name: production, context: { cluster: far, user: me } }]",
  "clusters: [{ name: far, cluster: { server: https://198.51.100.1:6443 } }]",
  "users: [{ name: me, user: {} }]",
  "",
].join("\n");

/** What a command came to; without a code where it did not end. */
export interface Ended {
  readonly code: number | undefined;
  readonly text: string;
  readonly seconds: number;
}

/** The instance that the rows disturb, in a project and a home of its own. */
export class Stage {
  private readonly project = new Project();
  private readonly scratch = mkdtempSync(join(tmpdir(), "kecs-faults-"));
  private readonly kubeconfig: string;
  private readonly temporary = join(this.scratch, "tmp");
  private lines: string | undefined;

  private constructor() {
    mkdirSync(this.temporary);
    this.kubeconfig = this.project.writeKubeconfig(KUBECONFIG);
    this.project.configure(STACK, {
      ...{ instance: STACK, httpPort: HTTP_PORT, httpsPort: 27643, sample: true },
      ...{ portRangeStart: 27600, portRangeEnd: 27609 },
    });
  }

  /** A stage without what an earlier run has left, which belongs to a home that is gone. */
  static async open(): Promise<Stage> {
    const stage = new Stage();
    await stage.shell("KUBECONFIG=$SCRATCH/none k3d cluster delete $CLUSTER");
    return stage;
  }

  /** Brings the instance to where a row begins. */
  async bring(to: Before): Promise<void> {
    if (to === "absent") {
      if ((await this.remains()).length > 0) await this.succeed(["kecs", "destroy", "--yes"]);
      return;
    }
    if (!(await this.answers())) await this.restore();
    if (to === "stopped") await this.succeed(["kecs", "stop"]);
  }

  /** Starts the instance, from nothing where a row has left it so that it cannot be started. */
  private async restore(): Promise<void> {
    const started = await this.run(["kecs", "start"]);
    if (started.code === 0) return;
    await this.run(["kecs", "destroy", "--yes"]);
    await this.succeed(["kecs", "start"]);
  }

  /** Runs a command to its end, or to its interruption and what comes of it. */
  async run(
    command: readonly string[],
    { env = {}, interrupt }: { env?: Readonly<Record<string, string>>; interrupt?: Interrupt } = {},
  ): Promise<Ended> {
    const own = await this.variables();
    const filled = (text: string): string =>
      text.replace(/\$([A-Z_]+)/g, (whole, name: string) => own[name] ?? whole);
    const argv =
      command[0] === "kecs" ? this.kecs(command.slice(1).map(filled)) : command.map(filled);
    const added = Object.fromEntries(
      Object.entries(env).map(([name, value]) => [name, filled(value)]),
    );
    return ended(argv, { cwd: this.project.checkout, env: { ...own, ...added } }, interrupt);
  }

  /** Runs a script of a row, which has to succeed. */
  async shell(script: string): Promise<void> {
    const env = await this.variables();
    const outcome = await this.sh(script, env);
    if (outcome.code !== 0) throw new Error(`the script failed: ${outcome.stderr}`);
  }

  /** Whether the sample application answers within a moment. */
  async answers(): Promise<boolean> {
    const attempt = async (): Promise<void> => {
      const { status } = await ask({ port: HTTP_PORT, host: HOST });
      if (status !== 200) throw new Error(String(status));
    };
    return attempt().then(
      () => true,
      () => false,
    );
  }

  /** Waits until the sample application answers. */
  async untilAnswering(): Promise<boolean> {
    return eventually(
      async () => {
        if (!(await this.answers())) throw new Error("no answer");
        return true;
      },
      { timeoutMs: 10_000 },
    ).catch(() => false);
  }

  /** Which containers the cluster consists of, and which tasks run since when. */
  async identity(): Promise<{ readonly cluster: string; readonly tasks: string }> {
    const env = await this.variables();
    const cluster = await this.sh("docker inspect --format '{{.Id}}' $SERVER", env);
    const tasks = await this.sh(
      "kubectl --namespace kecs get pods --output jsonpath='{range .items[*]}{.metadata.uid} {.status.containerStatuses[*].state.running.startedAt}{\"\\n\"}{end}' | sort",
      env,
    );
    return { cluster: cluster.stdout, tasks: tasks.stdout };
  }

  /** What Docker has of the cluster. */
  async remains(): Promise<string[]> {
    const { stdout } = await this.sh(
      [
        "docker ps --all --filter label=k3d.cluster=$CLUSTER --format '{{.Names}}'",
        "docker network ls --filter name=$NETWORK --format 'network {{.Name}}'",
        "docker volume ls --filter name=$NETWORK --format 'volume {{.Name}}'",
      ].join("\n"),
      await this.variables(),
    );
    return stdout.split("\n").filter((line) => line !== "");
  }

  /** What a command has left that it should not have. */
  async leftovers(): Promise<string[]> {
    const helpers = (await this.remains()).filter((name) => name.endsWith("-tools"));
    const files = readdirSync(this.temporary).filter((name) => /k3d|kecs|pulumi/.test(name));
    const isChanged = readFileSync(this.kubeconfig, "utf8") !== KUBECONFIG;
    return [...helpers, ...files, ...(isChanged ? ["the user's kubeconfig is changed"] : [])];
  }

  /** Removes the instance and everything of the stage. */
  async close(): Promise<void> {
    await this.run(["kecs", "destroy", "--yes"]);
    await this.project.remove();
    rmSync(this.scratch, { recursive: true, force: true });
  }

  private async succeed(command: readonly string[]): Promise<void> {
    const { code, text } = await this.run(command);
    if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code}\n${text}`);
  }

  private kecs(args: readonly string[]): string[] {
    const hasStack = args[0] === "list" || args.some((arg) => /^--(stack|instance)/.test(arg));
    return this.project.commandLine([...args, ...(hasStack ? [] : ["--stack", STACK])]);
  }

  /** As in a shell that did `eval "$(kecs env)"`, whose lines a stopped instance has as well. */
  private async variables(): Promise<NodeJS.ProcessEnv> {
    const { environment, checkout } = this.project;
    if (this.lines === undefined) {
      const told = await this.project.kecs(["env", "--stack", STACK]);
      if (told.code !== 0) throw new Error(told.stderr);
      const asked = await run(["/bin/sh", "-c", `${told.stdout}\nenv -0`], {
        ...{ cwd: checkout, env: environment },
      });
      this.lines = asked.stdout;
    }
    const pairs = this.lines.split("\0").filter((line) => line.includes("="));
    const told = Object.fromEntries(
      pairs.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
    );
    return {
      ...told,
      ...NAMES,
      ...{ CHECKOUT: checkout, SCRATCH: this.scratch, TMPDIR: this.temporary },
    };
  }

  private sh(script: string, env: NodeJS.ProcessEnv): Promise<Outcome> {
    return run(["/bin/sh", "-c", script], { cwd: this.project.checkout, env });
  }
}

/** Runs a program in a process group of its own, as a terminal does. */
async function ended(
  argv: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
  interrupt: Interrupt | undefined,
): Promise<Ended> {
  const [program = "", ...args] = argv;
  const since = Date.now();
  const child = spawn(program, args, {
    ...{ ...options, detached: true, stdio: ["ignore", "pipe", "pipe"] },
  });
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => (text += part));
  child.stderr.setEncoding("utf8").on("data", (part: string) => (text += part));
  const stop = new AbortController();
  const end = new Promise<number | undefined>((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      stop.abort();
      resolve(signal === null ? (code ?? undefined) : 128);
    });
  });
  const waits = [
    ...(interrupt === undefined
      ? []
      : [
          pause(interrupt.afterSeconds * 1000, undefined, { signal: stop.signal }).then(() => {
            meet(child.pid ?? 0, interrupt);
          }),
        ]),
    pause(PATIENCE_SECONDS * 1000, undefined, { signal: stop.signal }).then(() => {
      meet(child.pid ?? 0, { signal: "SIGKILL", meets: "group" });
      text += "\n(did not end)";
    }),
  ].map((wait) => wait.catch(() => undefined));
  const code = await end;
  await Promise.all(waits);
  return {
    code: text.endsWith("(did not end)") ? undefined : code,
    text,
    seconds: Math.round((Date.now() - since) / 100) / 10,
  };
}

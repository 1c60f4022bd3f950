import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { run, succeed, type Outcome } from "./run";
import { begin, type Running } from "./running";

const CHECKOUT = join(__dirname, "..", "..", "..");

/** Whether a program is a project already, within the checkout, as its README says. */
const isProject = (program: string): boolean => existsSync(join(CHECKOUT, program, "Pulumi.yaml"));

/**
 * A copy of the project with a home, a Pulumi backend and stacks of its own, as a developer has
 * them in a clone; or, given the folder of a program, a project of that program which depends on
 * kecs. Nothing of the user who runs the tests is read or written, but for the cache that the lab
 * is built in.
 */
export class Project {
  readonly folder = mkdtempSync(join(tmpdir(), "kecs-e2e-"));
  readonly checkout = join(this.folder, "kecs");
  readonly home = join(this.folder, "home");
  private readonly program: string;
  private readonly stacks: string;
  /** What its commands get as their environment. */
  readonly environment: NodeJS.ProcessEnv;

  /** @param program its folder in the checkout; absent for the program of the checkout itself */
  constructor(program?: string) {
    this.program =
      program === undefined
        ? this.checkout
        : isProject(program)
          ? join(this.checkout, program)
          : join(this.folder, "program");
    this.stacks = program === undefined ? join(this.checkout, "stacks") : this.program;
    const files = execFileSync(
      "git",
      ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
      {
        cwd: CHECKOUT,
        encoding: "utf8",
      },
    );
    for (const file of files.split("\0").filter((name) => name !== "")) {
      cpSync(join(CHECKOUT, file), join(this.checkout, file), { recursive: true });
    }
    symlinkSync(join(CHECKOUT, "node_modules"), join(this.checkout, "node_modules"));
    symlinkSync(join(CHECKOUT, "dist"), join(this.checkout, "dist"));
    if (program !== undefined && !isProject(program)) this.depend(join(CHECKOUT, program));
    mkdirSync(join(this.home, ".kube"), { recursive: true });
    const inherited = Object.entries(process.env).filter(
      ([name]) => !/^(KECS_|PULUMI_|XDG_|KUBECONFIG$)/.test(name) || name === "KECS_LAB",
    );
    this.environment = {
      ...Object.fromEntries(inherited),
      HOME: this.home,
      KECS_CACHE_DIR:
        process.env["KECS_CACHE_DIR"] ??
        join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "kecs"),
      PULUMI_SKIP_UPDATE_CHECK: "true",
    };
  }

  /** Writes the configuration of a stack; a key without a namespace is one of kecs. */
  configure(stack: string, settings: Readonly<Record<string, string | number | boolean>>): void {
    const lines = Object.entries(settings).map(
      ([key, value]) => `  ${key.includes(":") ? key : `kecs:${key}`}: ${String(value)}`,
    );
    writeFileSync(join(this.stacks, `Pulumi.${stack}.yaml`), ["config:", ...lines, ""].join("\n"));
  }

  /** Gives the user a kubeconfig; returns its path. */
  writeKubeconfig(text: string): string {
    const file = join(this.home, ".kube", "config");
    writeFileSync(file, text);
    chmodSync(file, 0o600);
    return file;
  }

  /** Runs the kecs command, whatever it ends with. */
  kecs(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    return run(this.commandLine(args), {
      cwd: this.program,
      env: { ...this.environment, ...env },
    });
  }

  /** Begins a kecs command that goes on until it is interrupted. */
  begin(args: readonly string[]): Running {
    return begin(this.commandLine(args), { cwd: this.program, env: this.environment });
  }

  /** Runs the kecs command and returns the result of its JSON document. */
  async json<T>(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<T> {
    const outcome = await this.kecs([...args, "--json"], env);
    const document = JSON.parse(outcome.stdout) as { ok: boolean; result: T; issues: unknown };
    if (outcome.code !== 0 || !document.ok) {
      throw new Error(
        `kecs ${args.join(" ")} ended with ${outcome.code}\n${outcome.stdout}\n${outcome.stderr}`,
      );
    }
    return document.result;
  }

  /**
   * Runs a command line in a shell that did `eval "$(kecs env …)"`, as the README tells users who
   * want docker, kubectl, k3d or pulumi for a stack.
   */
  async shell(stack: string, script: string): Promise<Outcome> {
    const { stdout } = await this.kecs(["env", "--stack", stack]);
    return this.shellWith(stdout, script);
  }

  /** The same with the lines of an earlier `kecs env`. */
  shellWith(variables: string, script: string): Promise<Outcome> {
    return succeed(["/bin/sh", "-c", `${variables}\n${script}`], {
      cwd: this.program,
      env: this.environment,
    });
  }

  /** The kecs command of this project, with arguments. */
  commandLine(args: readonly string[]): string[] {
    return [process.execPath, join(this.checkout, "dist", "cli", "main.js"), ...args];
  }

  /** Makes a project of a program, with kecs and what it needs installed. */
  private depend(source: string): void {
    cpSync(source, this.program, { recursive: true });
    writeFileSync(
      join(this.program, "Pulumi.yaml"),
      `name: ${basename(source)}\nruntime: nodejs\n`,
    );
    cpSync(join(this.checkout, "tsconfig.json"), join(this.program, "tsconfig.base.json"));
    writeFileSync(
      join(this.program, "tsconfig.json"),
      JSON.stringify({
        "ts-node": { swc: true },
        extends: "./tsconfig.base.json",
        compilerOptions: { noCheck: true, sourceMap: false, declaration: false, paths: {} },
      }),
    );
    const modules = join(this.program, "node_modules");
    mkdirSync(modules);
    const installed = join(CHECKOUT, "node_modules");
    for (const name of readdirSync(installed)) {
      symlinkSync(join(installed, name), join(modules, name));
    }
    symlinkSync(this.checkout, join(modules, "kecs"));
  }

  /** Removes the stacks' instances, unless KECS_TEST_KEEP asks to keep them, and the copy. */
  async remove(...stacks: readonly string[]): Promise<void> {
    if (process.env["KECS_TEST_KEEP"] === "1") return;
    for (const stack of stacks) await this.kecs(["destroy", "--stack", stack, "--yes"]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

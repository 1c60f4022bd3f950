import { problem, type Issue } from "../../core/validate";
import { judgeDocker, judgeK3d, tooOld } from "../../cluster/preflight/tools";
import { run, type RunResult } from "../../cluster/process/run";

export type Tool = "docker" | "k3d" | "pulumi";

/** What a machine has of the programs that KECS drives. */
export interface Tools {
  readonly versions: Readonly<Record<Tool, string>>;
  /** What is missing or does not serve. */
  readonly issues: readonly Issue[];
}

/** The oldest Pulumi CLI that the package's SDK works with. */
export const MIN_PULUMI = "3.240.0";
const VERSION = /v?(\d+\.\d+\.\d+\S*)/;

/** Looks at the programs that an environment leads to. */
export async function getTools(environment: NodeJS.ProcessEnv): Promise<Tools> {
  const env = Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
  const ask = (...argv: string[]): Promise<RunResult> => run(argv, { timeoutMs: 10_000, env });
  const [docker, k3d, pulumi] = await Promise.all([
    ask("docker", "version", "--format", "{{.Server.Version}}"),
    ask("k3d", "version"),
    ask("pulumi", "version"),
  ]);
  return {
    versions: { docker: versionIn(docker), k3d: versionIn(k3d), pulumi: versionIn(pulumi) },
    issues: [...judgeDocker(docker), ...judgeK3d(k3d), ...judgePulumi(pulumi)],
  };
}

export function judgePulumi(answer: RunResult): Issue[] {
  if (answer.code === 127) {
    return [
      problem(
        "KECS2004",
        "pulumi",
        "there is no pulumi program on the PATH",
        "install the Pulumi CLI: curl -fsSL https://get.pulumi.com | sh",
      ),
    ];
  }
  return tooOld("pulumi", "the Pulumi CLI", versionIn(answer), MIN_PULUMI, "KECS2005");
}

function versionIn(answer: RunResult): string {
  return answer.code === 0 ? (VERSION.exec(answer.stdout)?.[1] ?? "") : "";
}

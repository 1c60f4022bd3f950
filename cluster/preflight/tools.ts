import coerce from "semver/functions/coerce";
import gte from "semver/functions/gte";
import { problem, type Issue } from "../../core/validate";
import { lastLine } from "../../core/text/lastLine";
import { daemonIssue } from "../process/dockerDaemon";
import { run, type RunResult } from "../process/run";

/** The oldest Docker engine that k3d 5.8 supports: https://k3d.io/stable/#requirements */
export const MIN_DOCKER = "20.10.5";
/** The oldest k3d whose behaviour KECS was tested with. */
export const MIN_K3D = "5.8.0";

/** Issues with the Docker daemon and with k3d; none where both serve. */
export async function checkTools(): Promise<Issue[]> {
  const [docker, k3d] = await Promise.all([
    run(["docker", "version", "--format", "{{.Server.Version}}"], { timeoutMs: 5_000 }),
    run(["k3d", "version"], { timeoutMs: 5_000 }),
  ]);
  return [...judgeDocker(docker), ...judgeK3d(k3d)];
}

export function judgeDocker(answer: RunResult): Issue[] {
  if (answer.code !== 0) return [daemonIssue(answer)];
  return tooOld("docker", "Docker engine", answer.stdout.trim(), MIN_DOCKER, "KECS2003");
}

export function judgeK3d(answer: RunResult): Issue[] {
  if (answer.code === 127) {
    return [
      problem(
        "KECS2004",
        "k3d",
        "there is no k3d program on the PATH",
        "install k3d 5.8.3: https://k3d.io/stable/#install-specific-release",
      ),
    ];
  }
  if (answer.code !== 0) {
    return [
      problem(
        "KECS2004",
        "k3d",
        `k3d does not run (${lastLine(answer.stderr)})`,
        "reinstall k3d 5.8.3: https://k3d.io/stable/#install-specific-release",
      ),
    ];
  }
  const version = /k3d version v?(\d\S*)/.exec(answer.stdout)?.[1] ?? "";
  return tooOld("k3d", "k3d", version, MIN_K3D, "KECS2005");
}

/** An issue where a version is older than another; none where it does not tell which it is. */
export function tooOld(
  path: string,
  what: string,
  version: string,
  minimum: string,
  code: "KECS2003" | "KECS2005",
): Issue[] {
  // Docker writes "19.03.1", which no strict version is; additions such as "-rc.1" do not count.
  const numbers = coerce(version, { loose: true });
  if (numbers === null || gte(numbers, minimum)) return [];
  return [
    problem(
      code,
      path,
      `${what} "${version}" is older than ${minimum}`,
      `update ${what} to ${minimum} or later`,
    ),
  ];
}

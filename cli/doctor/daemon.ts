import { throwIfErrors } from "../../core/validate";
import { parseJson } from "../../core/validate/parseJson";
import { daemonIssue } from "../../cluster/process/dockerDaemon";
import { run } from "../../cluster/process/run";
import type { Check, Verdict } from "./check";

/** What `docker info` says of the daemon's machine; an older daemon leaves some out. */
export interface DaemonInfo {
  readonly MemTotal?: number;
  readonly NCPU?: number;
  /** `1` or `2`. */
  readonly CgroupVersion?: string;
  /** The folder of its images and containers, on its own machine. */
  readonly DockerRootDir?: string;
  /** RFC 3339. */
  readonly SystemTime?: string;
}

/** A check of what the Docker daemon says of its machine. */
export function daemonCheck(
  name: string,
  judge: (info: DaemonInfo) => Verdict | Promise<Verdict>,
): Check {
  return {
    name,
    needs: "docker",
    look: async () => {
      const asked = await run(["docker", "info", "--format", "{{json .}}"], { timeoutMs: 8_000 });
      throwIfErrors(asked.code === 0 ? [] : [daemonIssue(asked)]);
      return judge(parseJson<DaemonInfo>(asked.stdout, "docker info"));
    },
  };
}

import { lastLine } from "../../core/text/lastLine";
import { problem, type Issue } from "../../core/validate";
import type { RunResult } from "./run";

const SILENT =
  /cannot connect to the docker daemon|error during connect|is the docker daemon running|while trying to connect to the docker/i;

/** Whether a call of docker failed for want of a daemon, or of Docker altogether, whatever it asked. */
export function isDaemonSilent({ code, stderr }: RunResult): boolean {
  return code === 127 || code === 124 || (code !== 0 && SILENT.test(stderr));
}

/** The issue of a daemon that did not answer a call. */
export function daemonIssue({ code, stderr }: RunResult): Issue {
  if (code === 127) {
    return problem(
      "KECS2004",
      "docker",
      "there is no docker program on the PATH",
      "install Docker: https://docs.docker.com/get-docker/",
    );
  }
  if (/permission denied/i.test(stderr)) {
    return problem(
      "KECS2002",
      "docker",
      "the Docker daemon refuses this user",
      'add yourself to the docker group (sudo usermod -aG docker "$USER") and log in again',
    );
  }
  return problem(
    "KECS2001",
    "docker",
    `no Docker daemon answers (${lastLine(stderr)})`,
    "start Docker Desktop, or run: sudo systemctl start docker",
  );
}

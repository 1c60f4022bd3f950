import { runCommand } from "../run/command";
import type { Step } from "../run/step";
import { programOnPath } from "./programOnPath";

export const debianPackagesId = "debian-packages";

/** Which Debian package brings a program that the lab calls. */
const packageOf = {
  docker: "docker.io",
  dockerd: "docker.io",
  containerd: "containerd",
  runc: "runc",
  iptables: "iptables",
  ip: "iproute2",
  mmdebstrap: "mmdebstrap",
  go: "golang-go",
  pip: "python3-pip",
} as const;

type Program = keyof typeof packageOf;

/** The packages to install, each once. A daemon that answers already needs no second one. */
export function packagesFor(
  isThere: (program: Program) => boolean,
  daemonAnswers: boolean,
): string[] {
  const ofDaemon: readonly Program[] = ["dockerd", "containerd", "runc", "iptables", "ip"];
  const needed: readonly Program[] = ["docker", "mmdebstrap", "go", "pip"];
  const missing = [...needed, ...(daemonAnswers ? [] : ofDaemon)].filter(
    (program) => !isThere(program),
  );
  return [...new Set(missing.map((program) => packageOf[program]))];
}

const aptGet = ["apt-get", "--option", "Acquire::Retries=5"];

export function aptArguments(packages: readonly string[]): string[] {
  return [...aptGet, "install", "--yes", "--no-install-recommends", ...packages];
}

export function debianPackagesStep(daemonAnswers: () => Promise<boolean>): Step {
  const missing = async () => {
    const pip = await runCommand(["python3", "-m", "pip", "--version"]).catch(() => undefined);
    const isThere = (program: Program) =>
      program === "pip" ? pip !== undefined : programOnPath(program) !== undefined;
    return packagesFor(isThere, await daemonAnswers());
  };
  return {
    id: debianPackagesId,
    title: "Debian packages",
    needs: [],
    inspect: async () => ({ state: (await missing()).length === 0 ? "ready" : "missing" }),
    run: async (task) => {
      // A service that the package would start is not the lab's daemon: see dockerDaemon.ts.
      const environment = { DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C.UTF-8" };
      await task.run([...aptGet, "update"], { environment });
      // What another, interrupted installation left unfinished would stop this one.
      await task.run(["dpkg", "--configure", "--pending"], { environment, uninterruptible: true });
      await task.run(aptArguments(await missing()), { environment, uninterruptible: true });
    },
  };
}

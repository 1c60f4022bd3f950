import { spawn } from "node:child_process";
import { closeSync, cpSync, mkdirSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { writeWhole } from "../../cache/artifact";
import type { LabPaths } from "../../paths";
import type { Step, Task } from "../../run/step";
import { debianPackagesId } from "../debianPackages";
import { programOnPath } from "../programOnPath";
import { daemonConfiguration, lacksSysResource, shimName } from "./daemonConfiguration";
import { daemonAnswers } from "./dockerClient";
import { configurationFile, removeStalePids } from "./ownDaemon";

export const daemonId = "docker-daemon";

/** Starts a Docker daemon of the lab's own where none answers. */
export function daemonStep(paths: LabPaths): Step {
  return {
    id: daemonId,
    title: "Docker daemon",
    needs: [debianPackagesId],
    inspect: async () => ({
      state: (await daemonAnswers(paths.dockerSocket)) ? "ready" : "missing",
      location: paths.dockerSocket,
    }),
    run: async (task) => {
      const needsShim = lacksSysResource(readFileSync("/proc/self/status", "utf8"));
      for (const folder of [paths.docker, paths.dockerRuntime]) {
        mkdirSync(folder, { recursive: true });
      }
      mkdirSync(path.dirname(paths.dockerSocket), { recursive: true });
      cpSync(path.join(__dirname, `${shimName}.sh`), path.join(paths.docker, shimName));
      const configuration = daemonConfiguration(paths, needsShim);
      writeWhole(configurationFile(paths), `${JSON.stringify(configuration, null, 2)}\n`);
      removeStalePids(paths);
      await start(paths, task);
    },
  };
}

async function start(paths: LabPaths, task: Task): Promise<void> {
  const program = programOnPath("dockerd");
  if (program === undefined) throw new Error("dockerd is not on this machine");
  const log = openSync(task.logFile, "a");
  // Detached: the daemon outlives the command that started it.
  const daemon = spawn(program, ["--config-file", configurationFile(paths)], {
    stdio: ["ignore", log, log],
    detached: true,
    cwd: "/",
  });
  closeSync(log);
  daemon.on("error", () => undefined);
  for (let waited = 0; waited < 300; waited += 1) {
    if (await daemonAnswers(paths.dockerSocket)) {
      daemon.unref();
      return;
    }
    if (daemon.exitCode !== null) throw new Error(`dockerd exited with ${daemon.exitCode}`);
    task.signal.throwIfAborted();
    await pause(100);
  }
  throw new Error("dockerd did not answer within 30 s");
}

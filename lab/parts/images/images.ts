import { cpSync, linkSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { folderHash, keyOf } from "../../cache/folderHash";
import { imageNames } from "../../imageNames";
import type { LabPaths } from "../../paths";
import type { Task } from "../../run/step";
import { dockerEnvironment } from "../docker/dockerClient";
import type { GoCommand } from "../go/goCommand";
import { goPrograms } from "../go/goPrograms";
import { programArtifact, programId } from "../go/goSteps";
import { traefikArtifact, traefikId } from "../traefikWheel";
import { BASE, DEBIAN, debianImage } from "./debianImage";
import { binaryDockerfile } from "./dockerfiles";
import { buildImageArguments, imageId, type Image, type ImageName } from "./imageStep";

/** A file that goes into an image, its key, and the step that makes it. */
interface Ingredient {
  readonly file: string;
  readonly key: string;
  readonly step: string;
}

export function labImages(paths: LabPaths, go: GoCommand): Image[] {
  const program = (name: string): Ingredient => {
    const found = goPrograms.find((candidate) => candidate.name === name);
    if (!found) throw new Error(`no program ${name}`);
    const { file, key } = programArtifact(paths, go, found);
    return { file, key, step: programId(name) };
  };
  const helper = program("helper");
  const { file, key } = traefikArtifact(paths);
  const traefik: Ingredient = { file, key, step: traefikId };

  const base = debianImage(paths, BASE);
  const carried = [
    binaryImage(paths, "pause", helper, "pause"),
    binaryImage(paths, "coredns", program("coredns"), "coredns"),
    binaryImage(paths, "traefik", traefik, "traefik", 80),
    binaryImage(paths, "whoami", helper, "whoami", 80),
    binaryImage(paths, "echo", helper, "echo", 8080),
  ];
  return [
    base,
    ...carried,
    folderImage(paths, "node", base, { kubenode: program("kubenode") }, carried),
    folderImage(paths, "loadBalancer", base, {}),
    folderImage(paths, "tools", base, { "k3d-tools": helper }),
    debianImage(paths, DEBIAN),
  ];
}

/** An image with one static program and nothing else. */
function binaryImage(
  paths: LabPaths,
  name: ImageName,
  ingredient: Ingredient,
  entry: string,
  port?: number,
): Image {
  const dockerfile = binaryDockerfile(entry, port);
  const key = keyOf(ingredient.key, dockerfile);
  return {
    name,
    key,
    needs: [ingredient.step],
    build: (task) =>
      inContext(paths, name, async (context) => {
        writeFileSync(path.join(context, "Dockerfile"), dockerfile);
        linkSync(ingredient.file, path.join(context, entry));
        await build(paths, name, key, context, task);
      }),
  };
}

/** An image made from a folder below lab/images on top of the base. */
function folderImage(
  paths: LabPaths,
  name: ImageName,
  base: Image,
  ingredients: Readonly<Record<string, Ingredient>>,
  carried: readonly Image[] = [],
): Image {
  const source = path.join(paths.assets, "images", name);
  const contents = Object.values(ingredients);
  const keys = [base.key, ...contents.map((one) => one.key), ...carried.map((image) => image.key)];
  const key = keyOf(folderHash(source), ...keys);
  return {
    name,
    key,
    needs: [
      imageId("base"),
      ...contents.map((one) => one.step),
      ...carried.map((image) => imageId(image.name)),
    ],
    build: (task) =>
      inContext(paths, name, async (context) => {
        cpSync(source, context, { recursive: true });
        for (const [file, one] of Object.entries(ingredients)) {
          linkSync(one.file, path.join(context, file));
        }
        if (carried.length > 0) {
          const names = carried.map((image) => imageNames[image.name]);
          const tar = path.join(context, "images.tar");
          await task.run(["docker", "save", "--output", tar, ...names], {
            environment: dockerEnvironment(paths.dockerSocket),
          });
        }
        await build(paths, name, key, context, task);
      }),
  };
}

async function inContext(
  paths: LabPaths,
  name: ImageName,
  work: (context: string) => Promise<void>,
): Promise<void> {
  const context = path.join(paths.work, "images", name);
  rmSync(context, { recursive: true, force: true });
  mkdirSync(context, { recursive: true });
  await work(context);
  rmSync(context, { recursive: true, force: true });
}

async function build(
  paths: LabPaths,
  name: ImageName,
  key: string,
  context: string,
  task: Task,
): Promise<void> {
  await task.run(buildImageArguments(name, key, context), {
    environment: dockerEnvironment(paths.dockerSocket),
  });
}

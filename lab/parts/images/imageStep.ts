import { imageNames, keyLabel } from "../../imageNames";
import type { LabPaths } from "../../paths";
import { runCommand } from "../../run/command";
import type { Inspection, Step, Task } from "../../run/step";
import { dockerEnvironment } from "../docker/dockerClient";
import { daemonId } from "../docker/daemonStep";

export type ImageName = keyof typeof imageNames;

/** An image and the key of what it is made of, which it carries as a label. */
export interface Image {
  readonly name: ImageName;
  readonly key: string;
  readonly needs: readonly string[];
  readonly build: (task: Task) => Promise<void>;
}

export const imageId = (name: ImageName): string => `image-${name}`;

export function imageStep(paths: LabPaths, image: Image): Step {
  return {
    id: imageId(image.name),
    title: imageNames[image.name],
    needs: [daemonId, ...image.needs],
    inspect: () => inspectImage(paths.dockerSocket, image),
    run: async (task) => {
      const previous = await imageIdentity(paths.dockerSocket, image.name);
      await image.build(task);
      if (previous === (await imageIdentity(paths.dockerSocket, image.name))) return;
      // A cluster may still run on the one before; then Docker refuses, and that is right.
      await removeImage(paths.dockerSocket, previous).catch(() => undefined);
    },
  };
}

async function inspectImage(socket: string, image: Image): Promise<Inspection> {
  const location = imageNames[image.name];
  const format = `{{.Size}} {{index .Config.Labels "${keyLabel}"}}`;
  try {
    const answer = await runCommand(["docker", "image", "inspect", "--format", format, location], {
      environment: dockerEnvironment(socket),
    });
    const [size, key] = answer.trim().split(" ");
    return { state: key === image.key ? "ready" : "stale", location, size: Number(size) };
  } catch {
    return { state: "missing", location };
  }
}

async function imageIdentity(socket: string, name: ImageName): Promise<string> {
  return await runCommand(["docker", "image", "inspect", "--format", "{{.Id}}", imageNames[name]], {
    environment: dockerEnvironment(socket),
  }).catch(() => "");
}

async function removeImage(socket: string, identity: string): Promise<void> {
  if (identity === "") return;
  const environment = dockerEnvironment(socket);
  await runCommand(["docker", "image", "rm", identity.trim()], { environment });
}

export function buildImageArguments(name: ImageName, key: string, folder: string): string[] {
  const label = `${keyLabel}=${key}`;
  return ["docker", "build", "--label", label, "--tag", imageNames[name], folder];
}

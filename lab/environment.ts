import path from "node:path";
import { imageNames } from "./imageNames";
import { singleQuoted } from "./shellQuote";
import { defaultDockerSocket, type LabPaths } from "./paths";

/** Environment variables that make the lab's programs and images the ones in use. */
export type LabEnvironment = Readonly<Record<string, string>>;

export function environmentOf(
  paths: Pick<LabPaths, "bin" | "plugins" | "dockerSocket">,
  pluginFolder: string,
  searchPath: string,
): LabEnvironment {
  const others = searchPath
    .split(path.delimiter)
    .filter((folder) => folder !== paths.bin && path.dirname(folder) !== paths.plugins);
  return {
    PATH: [pluginFolder, paths.bin, ...others].join(path.delimiter),
    ...(paths.dockerSocket === defaultDockerSocket
      ? {}
      : { DOCKER_HOST: `unix://${paths.dockerSocket}` }),
    K3D_IMAGE_LOADBALANCER: imageNames.loadBalancer,
    K3D_IMAGE_TOOLS: imageNames.tools,
    KECS_K3S_IMAGE: imageNames.node,
    KECS_TRAEFIK_IMAGE: imageNames.traefik,
    KECS_SAMPLE_IMAGE: imageNames.whoami,
    KECS_DEBIAN_IMAGE: imageNames.debian,
    PULUMI_SKIP_UPDATE_CHECK: "true",
  };
}

/** Lines for a shell's `eval`. The lab's folders are put before the shell's own PATH, whatever that is by then. */
export function shellExports(environment: LabEnvironment, folders: readonly string[]): string {
  return Object.entries(environment)
    .map(([name, value]) =>
      name === "PATH"
        ? `export PATH=${singleQuoted(folders.join(path.delimiter))}:"$PATH"`
        : `export ${name}=${singleQuoted(value)}`,
    )
    .join("\n");
}

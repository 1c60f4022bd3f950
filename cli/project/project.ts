import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { KecsError, problem } from "../../core/validate";
import { readText } from "../../cluster/files/fileProblem";
import { readYaml } from "./readYaml";

/** A Pulumi project: a folder with a Pulumi.yaml. */
export interface Project {
  readonly name: string;
  readonly folder: string;
  /** Where the files Pulumi.<stack>.yaml are. */
  readonly stacksFolder: string;
  /** The backend that the project names, if it does. */
  readonly backend?: string;
}

const FILE = "Pulumi.yaml";

/** The project that a folder belongs to; else the one that this package was checked out with. */
export function findProject(cwd: string, packageFolder: string): Project {
  const folder = upward(cwd) ?? upward(packageFolder);
  if (folder === undefined) {
    throw new KecsError([
      problem(
        "KECS4006",
        "",
        `there is no ${FILE} in "${cwd}" or above it`,
        "change into a Pulumi project, or into a checkout of kecs",
      ),
    ]);
  }
  return readProject(folder);
}

function upward(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, FILE))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

function readProject(folder: string): Project {
  const file = join(folder, FILE);
  const settings = readYaml(readText(file), file, "KECS4006") as {
    readonly name?: unknown;
    readonly stackConfigDir?: unknown;
    readonly backend?: { readonly url?: unknown } | null;
  };
  const { name, stackConfigDir } = settings;
  const url = settings.backend?.url;
  return {
    name: typeof name === "string" ? name : "",
    folder,
    stacksFolder: typeof stackConfigDir === "string" ? resolve(folder, stackConfigDir) : folder,
    ...(typeof url === "string" && url !== "" ? { backend: url } : {}),
  };
}

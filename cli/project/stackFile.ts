import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readText } from "../../cluster/files/fileProblem";
import type { Project } from "./project";
import { readYaml } from "./readYaml";
import { isStackName } from "./stackName";

/** A stack as its file describes it. */
export interface StackFile {
  readonly stack: string;
  readonly file: string;
  /** Every plain value by its full key, such as `kecs:httpPort`. */
  readonly config: Readonly<Record<string, string>>;
}

const NAME = /^Pulumi\.(.+)\.ya?ml$/;

/** Every stack of a project that has a file, by name; Pulumi has none of a name that it refuses. */
export function stackFiles(project: Project): StackFile[] {
  if (!existsSync(project.stacksFolder)) return [];
  return readdirSync(project.stacksFolder)
    .flatMap((name) => {
      const stack = NAME.exec(name)?.[1];
      return stack === undefined || !isStackName(stack)
        ? []
        : [{ stack, file: join(project.stacksFolder, name) }];
    })
    .sort((a, b) => a.stack.localeCompare(b.stack))
    .map(({ stack, file }) => ({
      stack,
      file,
      config: parseConfig(readText(file), project.name, file),
    }));
}

/** The values of a stack's file; an encrypted one can only be read by Pulumi and is left out. */
export function parseConfig(text: string, project: string, file: string): Record<string, string> {
  const { config } = readYaml(text, file, "KECS1008");
  const entries = Object.entries(config ?? {});
  return Object.fromEntries(
    entries.flatMap(([key, value]) => {
      if (!isPlain(value)) return [];
      return [[key.includes(":") ? key : `${project}:${key}`, String(value)]];
    }),
  );
}

function isPlain(value: unknown): value is string | number | boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}

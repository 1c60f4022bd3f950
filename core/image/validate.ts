import { join } from "node:path";
import { problem, type Issue } from "../validate";
import { isImageReference } from "../imageReference";
import { dockerfileOf } from "./names";
import type { ImageBuildValues, ImageValues } from "./values";

/** Why the system does not tell what is at a path: such as EACCES, or ENOTDIR for one below a file. */
export interface Unseen {
  readonly code: string;
}

/** What is at a path of this machine; undefined where nothing is. */
export type Look = (path: string) => "file" | "folder" | Unseen | undefined;

/** Problems with the resolved arguments of an image. */
export function validateImage(values: ImageValues, path: string, look: Look): Issue[] {
  const { build, imageName, name } = values;
  const issues: Issue[] = [];
  if (name === "") issues.push(problem("KECS1026", `${path}.name`, 'the name is ""'));
  if ((build === undefined) === (imageName === undefined)) {
    const message =
      build === undefined
        ? "neither build nor imageName is given"
        : "build and imageName exclude each other";
    issues.push(problem("KECS1026", path, message, "give one of build and imageName"));
  } else if (build !== undefined) {
    issues.push(...validateBuild(build, `${path}.build`, look));
  } else if (imageName !== undefined && !isImageReference(imageName)) {
    const message = `"${imageName}" is not the name of an image`;
    const hint = 'name an image of `docker images`, such as "myapp:dev"';
    issues.push(problem("KECS1026", `${path}.imageName`, message, hint));
  }
  return issues;
}

function validateBuild(build: ImageBuildValues, path: string, look: Look): Issue[] {
  const { context, dockerfile } = build;
  const folder = context === "" ? undefined : look(context);
  if (folder !== "folder") {
    const message = missing("folder", context, folder);
    const hint = "name a folder relative to the program's directory";
    return [problem("KECS1026", `${path}.context`, message, hint)];
  }
  const file = dockerfileOf(build);
  const found = look(file);
  if (found === "file") return [];
  const message = missing("Dockerfile", file, found);
  const inContext = join(context, dockerfile ?? "Dockerfile");
  const hint =
    dockerfile !== undefined && look(inContext) === "file"
      ? `set it to "${inContext}": the path is relative to the program's directory`
      : "write one, or name its path relative to the program's directory";
  return [problem("KECS1026", `${path}.dockerfile`, message, hint)];
}

function missing(what: string, path: string, found: ReturnType<Look>): string {
  return typeof found === "object"
    ? `the ${what} "${path}" cannot be accessed: ${found.code}`
    : `there is no ${what} "${path}"`;
}

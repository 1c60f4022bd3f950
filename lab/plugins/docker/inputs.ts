import { existsSync } from "node:fs";
import path from "node:path";

import { containsUnknown, isMap, isUnknown, reveal } from "../shared/properties";
import type { PropertyMap, PropertyValue } from "../shared/properties";
import { NotSupportedError } from "../shared/unary";

import { contextDigest } from "./contextDigest";

/** What is built and how, without any mark of secrecy. */
export interface Build {
  readonly imageName: string;
  readonly context: string;
  readonly dockerfile: string;
  readonly platform: string;
  readonly target: string | undefined;
  readonly args: Readonly<Record<string, string>>;
  readonly version: "1" | "2";
}

const unsupported = ["addHosts", "cacheFrom", "network"];

/** The inputs with the defaults and the hash of the context that the real provider adds. */
export function checkedInputs(news: PropertyMap): PropertyMap {
  const given = reveal(news["build"] ?? {});
  const build: PropertyMap = isMap(given) ? { ...given } : {};
  for (const property of unsupported) {
    if ((build[property] ?? null) !== null) throw new NotSupportedError("docker", property);
  }
  if (news["skipPush"] !== true) throw new NotSupportedError("docker", "push to a registry");
  builderVersion(build["builderVersion"]);
  build["context"] ??= ".";
  if (!isUnknown(build["context"])) {
    build["dockerfile"] ??= path.posix.join(text(build["context"]), "Dockerfile");
  }
  build["platform"] ??= `linux/${process.arch === "x64" ? "amd64" : process.arch}`;
  const { context, dockerfile } = build;
  if (typeof dockerfile === "string" && !isUnknown(dockerfile)) {
    requireDockerfile(text(context), dockerfile);
    if (!isUnknown(context)) build["contextDigest"] = contextDigest(text(context), dockerfile);
  }
  return { ...news, build, buildOnPreview: news["buildOnPreview"] ?? false };
}

function requireDockerfile(context: string, dockerfile: string): void {
  if (existsSync(dockerfile)) return;
  const why = `stat ${dockerfile}: no such file or directory`;
  if (path.isAbsolute(dockerfile)) {
    throw new Error(`expected a relative Dockerfile path; got "${dockerfile}" instead: ${why}`);
  }
  const below = path.join(context, dockerfile);
  throw new Error(
    `could not open dockerfile at relative path "${dockerfile}"` +
      (existsSync(below) ? `. Try setting \`dockerfile\` to "${below}"` : `: ${why}`),
  );
}

/** Reads a build out of inputs that were checked. */
export function buildOf(inputs: PropertyMap): Build {
  const plain = reveal(inputs["build"] ?? {});
  const build = isMap(plain) ? plain : {};
  const args = isMap(build["args"]) ? build["args"] : {};
  return {
    imageName: text(reveal(inputs["imageName"] ?? "")),
    context: text(build["context"]),
    dockerfile: text(build["dockerfile"]),
    platform: text(build["platform"]),
    target: typeof build["target"] === "string" ? build["target"] : undefined,
    args: Object.fromEntries(Object.entries(args).map(([key, value]) => [key, text(value)])),
    version: builderVersion(build["builderVersion"]),
  };
}

/** Whether a preview is asked to build, and knows enough for it. */
export function buildsInPreview(inputs: PropertyMap): boolean {
  return (
    inputs["buildOnPreview"] === true &&
    !containsUnknown(inputs["build"]) &&
    !containsUnknown(inputs["imageName"])
  );
}

function builderVersion(value: PropertyValue | undefined): "1" | "2" {
  if (value === "BuilderV1") return "1";
  if (value === undefined || value === null || value === "BuilderBuildKit") return "2";
  throw new Error("invalid Docker Builder version");
}

function text(value: PropertyValue | undefined): string {
  return typeof value === "string" ? value : "";
}

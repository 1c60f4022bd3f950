import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, join } from "node:path";

/** A provider plugin that an installed package needs. */
export interface RequiredPlugin {
  readonly name: string;
  readonly version: string;
  readonly server: string;
}

export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly pulumi?: {
    readonly resource?: boolean;
    readonly name?: string;
    readonly version?: string;
    readonly server?: string;
  };
}

function readManifest(directory: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(join(directory, "package.json"), "utf8")) as Manifest;
  } catch {
    return undefined;
  }
}

function subdirectories(directory: string): string[] {
  try {
    return readdirSync(directory)
      .filter((name) => !name.startsWith("."))
      .map((name) => join(directory, name))
      .filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory());
  } catch {
    return [];
  }
}

/** The packages in a directory's node_modules, and those that they hold in turn. */
function packageDirectories(directory: string, seen = new Set<string>()): string[] {
  return subdirectories(join(directory, "node_modules"))
    .flatMap((path) => (basename(path).startsWith("@") ? subdirectories(path) : [path]))
    .flatMap((path) => {
      // A linked package may lead back to where it is linked from.
      const real = realpathSync(path);
      if (seen.has(real)) return [];
      seen.add(real);
      return [path, ...packageDirectories(path, seen)];
    });
}

/** The plugin that a package's manifest asks for, if it asks for one. */
export function requiredPlugin(manifest: Manifest): RequiredPlugin | undefined {
  const { pulumi } = manifest;
  if (pulumi?.resource !== true) return undefined;
  const scoped = /^@pulumi\/(.+)$/.exec(manifest.name ?? "");
  const name = pulumi.name ?? scoped?.[1];
  const version = pulumi.version ?? manifest.version;
  if (name === undefined || version === undefined) return undefined;
  return {
    name,
    version: version.startsWith("v") ? version : `v${version}`,
    server: pulumi.server ?? "",
  };
}

export function requiredPlugins(programDirectory: string): RequiredPlugin[] {
  return packageDirectories(programDirectory).flatMap((directory) => {
    const plugin = requiredPlugin(readManifest(directory) ?? {});
    return plugin === undefined ? [] : [plugin];
  });
}

/** What is installed for a program: the packages it names itself, or all of them. */
export function installedPackages(
  programDirectory: string,
  transitive: boolean,
): InstalledPackage[] {
  const own = readManifest(programDirectory);
  const named = new Set(Object.keys({ ...own?.dependencies, ...own?.devDependencies }));
  return packageDirectories(programDirectory).flatMap((directory) => {
    const { name, version } = readManifest(directory) ?? {};
    if (name === undefined || version === undefined) return [];
    return transitive || named.has(name) ? [{ name, version }] : [];
  });
}

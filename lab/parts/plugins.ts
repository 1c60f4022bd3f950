import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import path from "node:path";
import { writeWhole } from "../cache/artifact";
import type { LabPaths } from "../paths";
import { singleQuoted } from "../shellQuote";
import type { Step } from "../run/step";

/** The names by which Pulumi finds its plugins on PATH, and their folders below lab/plugins. */
const plugins = {
  "pulumi-language-nodejs": "languageNodejs",
  "pulumi-resource-command": "command",
  "pulumi-resource-docker": "docker",
  "pulumi-resource-kubernetes": "kubernetes",
} as const;

const BUNDLE = "plugins.js";
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

export const pluginsId = "plugins";

/** The stand-ins of one build: a folder for PATH, named by what is in it. */
export interface PluginFolder {
  readonly folder: string;
  /** Content and mode of each file in it. */
  readonly files: readonly {
    readonly name: string;
    readonly text: string;
    readonly mode: number;
  }[];
}

/**
 * Where this build's stand-ins are in the cache. Checkouts with the same stand-ins share a folder, and
 * others have their own, so that none is affected by what another one does, or by being moved.
 */
export function pluginFolder(parent: string, bundle: string, node: string): PluginFolder {
  const key = createHash("sha256").update(`${node}\n${bundle}`).digest("hex").slice(0, 16);
  const folder = path.join(parent, key);
  const wrapper = (plugin: string): string =>
    `#!/bin/sh\nexec ${singleQuoted(node)} ${singleQuoted(path.join(folder, BUNDLE))} ${plugin} "$@"\n`;
  return {
    folder,
    files: [
      { name: BUNDLE, text: bundle, mode: 0o644 },
      ...Object.entries(plugins).map(([name, of]) => ({ name, text: wrapper(of), mode: 0o755 })),
    ],
  };
}

/** The folder of the stand-ins that belong to this build of the lab. */
export function ownPlugins({ bundle, plugins: parent }: LabPaths): PluginFolder {
  return pluginFolder(parent, readFileSync(bundle, "utf8"), process.execPath);
}

export function pluginsStep(paths: LabPaths): Step {
  const { folder, files } = ownPlugins(paths);
  return {
    id: pluginsId,
    title: "Pulumi plugins",
    needs: [],
    inspect: () => {
      const found = files.map(({ name, text }) => ({
        text,
        is: contentOf(path.join(folder, name)),
      }));
      const state = found.some(({ is }) => is === undefined)
        ? "missing"
        : found.every(({ is, text }) => is === text)
          ? "ready"
          : "stale";
      return Promise.resolve({ state, location: `${folder}/pulumi-*` });
    },
    run: () => {
      for (const { name, text, mode } of files) writeWhole(path.join(folder, name), text, mode);
      const now = Date.now();
      utimesSync(folder, now / 1000, now / 1000);
      removeOld(paths.plugins, now - KEPT_MS);
      return Promise.resolve();
    },
  };
}

/** Removes the stand-ins of builds that were made ready before that time, in milliseconds. */
export function removeOld(parent: string, before: number): void {
  for (const name of readdirSync(parent)) {
    const folder = path.join(parent, name);
    if (statSync(folder).mtimeMs < before) rmSync(folder, { recursive: true, force: true });
  }
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

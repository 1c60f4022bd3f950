import { readFileSync } from "node:fs";
import path from "node:path";
import { writeWhole } from "../cache/artifact";
import type { LabPaths } from "../paths";
import { singleQuoted } from "../shellQuote";
import type { Inspection, Step } from "../run/step";

/** The names by which Pulumi finds its plugins on PATH, and their folders below lab/plugins. */
const plugins = {
  "pulumi-language-nodejs": "languageNodejs",
  "pulumi-resource-command": "command",
  "pulumi-resource-docker": "docker",
  "pulumi-resource-kubernetes": "kubernetes",
} as const;

export function pluginScript(node: string, checkout: string, folder: string): string {
  const entry = path.join(checkout, "dist", "lab", "plugins", folder, "main.js");
  return `#!/bin/sh\nexec ${singleQuoted(node)} ${singleQuoted(entry)} "$@"\n`;
}

export const pluginWrappersId = "plugins";

/** Small scripts that run the stand-ins of this checkout: the newest `up` decides whose. */
export function pluginWrappersStep(paths: LabPaths): Step {
  const scripts = Object.entries(plugins).map(([name, folder]) => ({
    file: path.join(paths.bin, name),
    text: pluginScript(process.execPath, paths.checkout, folder),
  }));
  return {
    id: pluginWrappersId,
    title: "Pulumi plugins",
    needs: [],
    inspect: () => {
      const found = scripts.map((script) => ({ ...script, is: contentOf(script.file) }));
      const state = found.some((script) => script.is === undefined)
        ? "missing"
        : found.every((script) => script.is === script.text)
          ? "ready"
          : "stale";
      return Promise.resolve<Inspection>({ state, location: `${paths.bin}/pulumi-*` });
    },
    run: () => {
      for (const { file, text } of scripts) writeWhole(file, text, 0o755);
      return Promise.resolve();
    },
  };
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

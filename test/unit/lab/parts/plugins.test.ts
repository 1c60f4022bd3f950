import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pluginFolder, removeOld } from "../../../../lab/parts/plugins";

describe("the Pulumi plugins", () => {
  it("are run from the cache, whatever checkout they came from", () => {
    const { folder, files } = pluginFolder("/cache/plugins", "bundle", "/usr/bin/node");
    expect(path.dirname(folder)).toBe("/cache/plugins");
    expect(files.map(({ name }) => name)).toEqual([
      "plugins.js",
      "pulumi-language-nodejs",
      "pulumi-resource-command",
      "pulumi-resource-docker",
      "pulumi-resource-kubernetes",
    ]);
    expect(files.find(({ name }) => name === "pulumi-resource-command")).toEqual({
      name: "pulumi-resource-command",
      text: `#!/bin/sh\nexec '/usr/bin/node' '${folder}/plugins.js' command "$@"\n`,
      mode: 0o755,
    });
  });

  it("have one folder for one content and one Node, and another for another", () => {
    const of = (bundle: string, node: string) => pluginFolder("/p", bundle, node).folder;
    expect(of("a", "/n")).toBe(of("a", "/n"));
    expect(new Set([of("a", "/n"), of("b", "/n"), of("a", "/m")]).size).toBe(3);
  });

  it("go when nobody made them ready for a time", () => {
    const parent = mkdtempSync(path.join(tmpdir(), "kecs-plugins-"));
    try {
      for (const [name, seconds] of [
        ["old", 10],
        ["new", 30],
      ] as const) {
        mkdirSync(path.join(parent, name));
        utimesSync(path.join(parent, name), seconds, seconds);
      }
      removeOld(parent, 20_000);
      expect(readdirSync(parent)).toEqual(["new"]);
    } finally {
      rmSync(parent, { recursive: true });
    }
  });
});

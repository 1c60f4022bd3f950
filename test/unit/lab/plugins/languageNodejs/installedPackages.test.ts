import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import {
  installedPackages,
  requiredPlugin,
  requiredPlugins,
} from "../../../../../lab/plugins/languageNodejs/installedPackages";

let project: string;

function write(path: string, manifest: object): void {
  const file = join(project, path, "package.json");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(manifest));
}

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "kecs-packages-"));
  const pulumi = { resource: true };
  write(".", { name: "project", dependencies: { "@pulumi/command": "1.2.1" } });
  write("node_modules/@pulumi/command", { name: "@pulumi/command", version: "1.2.1", pulumi });
  write("node_modules/plain", { name: "plain", version: "2.0.0" });
  write("node_modules/plain/node_modules/deep", {
    name: "deep",
    version: "3.0.0",
    pulumi: { resource: true, name: "deeper", version: "v3.1.0", server: "https://example.test" },
  });
  // A workspace that links to itself must not be walked for ever.
  symlinkSync(project, join(project, "node_modules", "project"));
});

afterAll(() => {
  rmSync(project, { recursive: true });
});

describe("installed packages", () => {
  it("ask for plugins wherever they are installed", () => {
    expect(requiredPlugins(project)).toEqual([
      { name: "command", version: "v1.2.1", server: "" },
      { name: "deeper", version: "v3.1.0", server: "https://example.test" },
    ]);
  });

  it("are listed as far as a program names them, or all", () => {
    const named = [{ name: "@pulumi/command", version: "1.2.1" }];
    expect(installedPackages(project, false)).toEqual(named);
    expect(installedPackages(project, true)).toEqual(
      expect.arrayContaining([...named, { name: "deep", version: "3.0.0" }]),
    );
  });

  it("need no plugin where their manifest does not ask for one by a name", () => {
    expect(requiredPlugin({ name: "@pulumi/pulumi", version: "3.0.0" })).toBeUndefined();
    expect(requiredPlugin({ name: "other", version: "1.0.0", pulumi: { resource: true } })).toBe(
      undefined,
    );
  });
});

"use strict";

// Loads the package as a user gets it: packed, unpacked beside its dependencies alone, by require
// and by import, and starts its command.
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

const root = path.join(__dirname, "..");
const { name, exports: entries } = require("../package.json");
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "kecs-pack-"));

try {
  const packed = execFileSync("npm", ["pack", "--silent", "--pack-destination", scratch], {
    cwd: root,
    encoding: "utf8",
  });
  const home = path.join(scratch, "node_modules", name);
  fs.mkdirSync(home, { recursive: true });
  execFileSync("tar", [
    "-xzf",
    path.join(scratch, packed.trim()),
    "-C",
    home,
    "--strip-components=1",
  ]);
  // Only what package.json asks for: a dependency that is used and not named fails here.
  const asked = require("../package.json");
  for (const dependency of Object.keys({ ...asked.dependencies, ...asked.peerDependencies })) {
    const link = path.join(scratch, "node_modules", dependency);
    fs.mkdirSync(path.dirname(link), { recursive: true });
    fs.symlinkSync(path.join(root, "node_modules", dependency), link);
  }
  const node = (...args) =>
    execFileSync(process.execPath, args, { cwd: scratch, encoding: "utf8" }).trim();
  const wanted = "Alb EcsCluster EcsService KecsInstance Listener TargetGroup TaskDefinition";
  const check = `for (const part of ${JSON.stringify(wanted.split(" "))}) {
    if (typeof kecs[part] !== "function") throw new Error("no " + part);
  }`;
  node("-e", `const kecs = require(${JSON.stringify(name)}); ${check}`);
  node("--input-type=module", "-e", `import * as kecs from ${JSON.stringify(name)}; ${check}`);
  if (!fs.existsSync(path.join(home, entries["."].types))) throw new Error("no types");
  const version = node(path.join(home, asked.bin.kecs), "--version");
  if (!version.includes(asked.version)) throw new Error(`kecs --version says ${version}`);
  process.stdout.write(`${name} ${asked.version}: loads by require and import, kecs starts\n`);
} finally {
  fs.rmSync(scratch, { recursive: true, force: true });
}

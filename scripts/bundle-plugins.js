"use strict";

// The lab's Pulumi plugins and the packages they need, in one file: it goes into the cache as it is, so
// that no checkout is needed to run it.
const { buildSync } = require("esbuild");
const path = require("node:path");

const root = path.join(__dirname, "..");

buildSync({
  entryPoints: [path.join(root, "lab", "plugins", "main.ts")],
  outfile: path.join(root, "dist", "lab", "plugins.bundle.js"),
  bundle: true,
  platform: "node",
  target: "node20",
  logLevel: "warning",
});

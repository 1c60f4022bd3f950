"use strict";

// tsc copies no file that it does not compile: scripts, definitions and plugin sources that the
// built package reads at run time go to the same place below dist/.
const fs = require("node:fs");
const path = require("node:path");

const root = path.join(__dirname, "..");
const compiled = /\.(ts|js|md)$/;

for (const folder of ["cluster", "lab"]) {
  fs.cpSync(path.join(root, folder), path.join(root, "dist", folder), {
    recursive: true,
    preserveTimestamps: true,
    filter: (source) => fs.statSync(source).isDirectory() || !compiled.test(source),
  });
}

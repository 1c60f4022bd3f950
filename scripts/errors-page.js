"use strict";

// Writes docs/errors.md from the codes in the source; `--check` fails where it is not the same.
const fs = require("node:fs");
const path = require("node:path");
const { CODES } = require("../dist/core/validate/codes.js");

const file = path.join(__dirname, "..", "docs", "errors.md");
const groups = {
  1: "Arguments and configuration",
  2: "The machine",
  3: "Cluster and workloads",
  4: "The command line",
  9: "Faults of KECS",
};

const rows = (group) =>
  Object.entries(CODES)
    .filter(([code]) => code.startsWith(`KECS${group}`))
    .map(([code, sentence]) => `| ${code} | ${sentence} |`);

const page = [
  "# Errors",
  "",
  "Every error that can be foreseen has a code, which keeps its meaning. The message says what is wrong",
  "and where, and the hint below it says what to do. All problems of one call are reported at once, before",
  "anything is created. `kecs` and Pulumi's own diagnostics show the same text:",
  "",
  "```",
  "error KECS2006: httpPort: local port 8080 is taken by process 4242 (node)",
  "  hint: stop it, or choose other ports: pulumi config set kecs:httpPort <port>",
  "```",
  "",
  ...Object.entries(groups).flatMap(([group, title]) => [
    `## ${title}`,
    "",
    "| code | meaning |",
    "| --- | --- |",
    ...rows(group),
    "",
  ]),
].join("\n");

if (process.argv.includes("--check")) {
  const squeeze = (text) => text.replace(/[ -]+/g, " ");
  if (squeeze(fs.readFileSync(file, "utf8")) !== squeeze(page)) {
    process.stderr.write("docs/errors.md is not what the source says: npm run docs:errors\n");
    process.exitCode = 1;
  }
} else {
  fs.writeFileSync(file, page);
}

"use strict";

// Writes the tables of docs/ecs.md from the fields in the source; `--check` fails where they differ.
const fs = require("node:fs");
const path = require("node:path");
const { CLUSTER_FIELDS } = require("../dist/core/ecs/cluster/fields.js");
const { SERVICE_FIELDS } = require("../dist/core/ecs/service/fields.js");
const { ECS_TASK_FIELDS } = require("../dist/core/ecs/task/fields.js");
const { SCHEDULE_FIELDS } = require("../dist/core/ecs/schedule/fields.js");
const { TASK_FIELDS } = require("../dist/core/ecs/taskDefinition/fields/task.js");

/** What stands between `<!-- fields: … -->` and `<!-- end of fields -->`, by its name. */
const TABLES = {
  TaskDefinition: TASK_FIELDS,
  EcsService: SERVICE_FIELDS.rows,
  EcsCluster: CLUSTER_FIELDS.rows,
  EcsTask: ECS_TASK_FIELDS.rows,
  Schedule: SCHEDULE_FIELDS.rows,
};

const file = path.join(__dirname, "..", "docs", "ecs.md");
const treatments = {
  supported: "supported",
  emulated: "emulated",
  ignored: "ignored, with a warning",
  rejected: "rejected",
};

const sentence = ({ here, instead }) => {
  const text = instead === undefined ? here : `${here}: ${instead}`;
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
};
const field = ({ path: name, only }) => `\`${name}\`${only === undefined ? "" : `, ${only.text}`}`;

const table = (rows) =>
  [
    "| field | here | what happens |",
    "| --- | --- | --- |",
    ...rows
      .filter((row) => row.part !== true)
      .map((row) => `| ${field(row)} | ${treatments[row.treatment]} | ${sentence(row)} |`),
  ].join("\n");

const present = fs.readFileSync(file, "utf8");
const page = Object.entries(TABLES).reduce((text, [name, rows]) => {
  const start = `<!-- fields: ${name} -->`;
  const [before, rest] = text.split(start);
  if (rest === undefined) throw new Error(`docs/ecs.md has no ${start}`);
  const end = "<!-- end of fields -->";
  return `${before}${start}\n\n${table(rows)}\n\n${rest.slice(rest.indexOf(end))}`;
}, present);

if (process.argv.includes("--check")) {
  const squeeze = (text) => text.replace(/[ -]+/g, " ");
  if (squeeze(present) !== squeeze(page)) {
    process.stderr.write("docs/ecs.md is not what the source says: npm run docs:ecs\n");
    process.exitCode = 1;
  }
} else {
  fs.writeFileSync(file, page);
}

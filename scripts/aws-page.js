"use strict";

// Writes the tables of docs/aws-api.md from the operations in the source; `--check` fails where they differ.
const fs = require("node:fs");
const path = require("node:path");
const { LENIENCIES, OPERATIONS } = require("../dist/api/server/dispatch.js");

const file = path.join(__dirname, "..", "docs", "aws-api.md");
const NAMES = {
  acm: "Certificate Manager (`acm`)",
  ec2: "EC2 (`ec2`)",
  ecs: "ECS (`ecs`)",
  elasticloadbalancing: "Elastic Load Balancing v2 (`elbv2`)",
  logs: "CloudWatch Logs (`logs`)",
  sts: "Security Token Service (`sts`)",
};

const operations = () =>
  [
    "| service | operations |",
    "| --- | --- |",
    ...Object.entries(OPERATIONS).map(
      ([service, all]) =>
        `| ${NAMES[service]} | ${Object.keys(all)
          .sort()
          .map((name) => `\`${name}\``)
          .join(", ")} |`,
    ),
  ].join("\n");

const fields = (what) =>
  what
    .split(", ")
    .map((name) => `\`${name}\``)
    .join(", ");

const leniencies = (all, show = (what) => what) =>
  [
    "| what | operations | AWS | KECS |",
    "| --- | --- | --- | --- |",
    ...all.map(
      ({ operations: names, what, aws, here }) =>
        `| ${show(what)} | ${names.map((name) => `\`${name}\``).join(", ")} | ${aws} | ${here} |`,
    ),
  ].join("\n");

const TABLES = {
  operations: operations(),
  "leniencies of elbv2": leniencies(LENIENCIES.elasticloadbalancing, fields),
  "leniencies of ec2": leniencies(LENIENCIES.ec2),
  "leniencies of ecs": leniencies(LENIENCIES.ecs),
  "leniencies of logs": leniencies(LENIENCIES.logs),
};

const present = fs.readFileSync(file, "utf8");
const page = Object.entries(TABLES).reduce((text, [name, table]) => {
  const start = `<!-- ${name} -->`;
  const [before, rest] = text.split(start);
  if (rest === undefined) throw new Error(`docs/aws-api.md has no ${start}`);
  const end = `<!-- end of ${name} -->`;
  return `${before}${start}\n\n${table}\n\n${rest.slice(rest.indexOf(end))}`;
}, present);

if (process.argv.includes("--check")) {
  const squeeze = (text) => text.replace(/[ -]+/g, " ");
  if (squeeze(present) !== squeeze(page)) {
    process.stderr.write("docs/aws-api.md is not what the source says: npm run docs:aws\n");
    process.exitCode = 1;
  }
} else {
  fs.writeFileSync(file, page);
}

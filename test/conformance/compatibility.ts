import type { CaseFile } from "./caseFile";
import type { Result } from "./run/verdict";

type Case = CaseFile["cases"][number];

const HEAD = `<!-- Written by \`npm run conformance -- --write-docs\`; do not edit. -->

# Application Load Balancers: compatibility with AWS

Every line is a result of the conformance cases of \`test/conformance/cases.yaml\` in a running
instance; docs/conformance.md says how to run and add them. "As on AWS" counts cases whose result is
the one in AWS's documentation. "Adapted" counts cases that work differently on one machine and had
the documented local result. "Differs" counts known differences, which the run confirmed.
`;

/** The page of what is as on AWS and what is not, out of the cases and what they came to. */
export function compatibilityPage(cases: readonly Case[], results: readonly Result[]): string {
  const outcomes = new Map(results.map(({ id, outcome }) => [id, outcome]));
  const features = [...new Set(cases.map(({ feature }) => feature))];
  const rows = features.map((feature) => {
    const all = cases.filter((one) => one.feature === feature);
    const count = (wanted: (one: Case) => boolean): string => String(all.filter(wanted).length);
    return [
      feature,
      String(all.length),
      count((one) => one.achievable === "yes" && outcomes.get(one.id) === "passed"),
      count((one) => one.achievable === "deviation" && outcomes.get(one.id) === "passed"),
      count((one) => one.achievable === "no" && outcomes.get(one.id) === "known"),
    ];
  });
  const total = [1, 2, 3, 4].map((column) =>
    String(rows.reduce((sum, row) => sum + Number(row[column]), 0)),
  );
  const section = (title: string, kind: Case["achievable"], why: (one: Case) => string): string => {
    const lines = cases
      .filter(({ achievable }) => achievable === kind)
      .map((one) => [one.id, one.feature, one.title, why(one)]);
    return `## ${title}\n\n${table(["case", "feature", "on AWS", "here"], lines)}\n`;
  };
  return [
    HEAD,
    table(["feature", "cases", "as on AWS", "adapted", "differs"], [...rows, ["all", ...total]]),
    "",
    section("Known differences", "no", ({ local, source }) =>
      typeof local === "number" ? `status ${local} (AWS: ${source})` : (local ?? source),
    ),
    section(
      "Adapted to one machine",
      "deviation",
      ({ inCluster, note, source }) => inCluster ?? note ?? source,
    ),
  ].join("\n");
}

/** A table of Markdown in prettier's own form, so that the page passes its check. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
  const widths = head.map((_, i) => Math.max(3, ...all.map((row) => (row[i] ?? "").length)));
  const lineOf = (row: readonly string[]): string =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |`;
  const [first = [], ...rest] = all;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return [lineOf(first), rule, ...rest.map(lineOf)].join("\n");
}

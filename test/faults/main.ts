import { writeFileSync } from "node:fs";
import { join } from "node:path";
import setup from "../e2e/support/setup";
import { readOptions, USAGE } from "./options";
import { reliabilityPage } from "./page";
import { ROWS } from "./rows";
import { runRow, type RowResult } from "./runRow";
import { Stage } from "./stage";

const PAGE = join(__dirname, "..", "..", "docs", "reliability.md");

async function main(options: ReturnType<typeof readOptions>): Promise<number> {
  const { only, short, json } = options;
  if (options.help) return said(USAGE);
  if (options["write-docs"]) {
    writeFileSync(PAGE, reliabilityPage(ROWS));
    return 0;
  }
  const rows = ROWS.filter(
    ({ id, isShort }) =>
      (!short || isShort === true) &&
      (only.length === 0 || only.some((start) => id.startsWith(start))),
  );
  await setup();
  const stage = await Stage.open();
  const results: RowResult[] = [];
  try {
    for (const row of rows) {
      const result = await runRow(row, stage);
      report(result);
      results.push(result);
      if (json !== undefined) writeFileSync(json, JSON.stringify(results, null, 2));
    }
  } finally {
    await stage.close();
  }
  const failed = results.filter(({ wrong }) => wrong.length > 0).length;
  said(`${results.length - failed} passed, ${failed} failed`);
  return failed === 0 && results.length > 0 ? 0 : 1;
}

function report({ id, seconds, wrong, text }: RowResult): void {
  if (wrong.length === 0) {
    said(`passed ${id} (${seconds} s)`);
    return;
  }
  said(`FAILED ${id} (${seconds} s)\n${wrong.map((one) => `  ${one}\n`).join("")}${text}`);
}

function said(text: string): 0 {
  process.stdout.write(`${text}\n`);
  return 0;
}

main(readOptions(process.argv.slice(2))).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? "") : String(error)}\n`);
    process.exit(1);
  },
);

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadCases } from "./caseFile";
import { compatibilityPage } from "./compatibility";
import { Instance } from "./run/instance";
import { readOptions, USAGE, type RunOptions } from "./run/options";
import { planOf } from "./run/planOf";
import { runCases } from "./run/runCases";
import type { Reach } from "./run/reach";
import type { Result } from "./run/verdict";

const PAGE = join(__dirname, "..", "..", "docs", "alb-compatibility.md");

const say = (text: string): void => void process.stderr.write(text);

async function main(options: RunOptions): Promise<number> {
  if (options.destroyOnly) {
    await Instance.remove(options.instance, say);
    return 0;
  }
  const file = loadCases(options.casesFile);
  const { only } = options;
  const cases = file.cases.filter(
    ({ id }) => only.length === 0 || only.some((start) => id.startsWith(start)),
  );
  // What is in the instance does not depend on which of the cases are run.
  const planned = planOf(file);
  const started = Date.now();
  const seconds = (): string => `${Math.round((Date.now() - started) / 1000)} s`;
  const instance = await Instance.start(options, planned.plan, say);
  const results: Result[] = [];
  say(`the instance ${options.instance.name} is up (${seconds()})\n`);
  try {
    if (options.deployOnly) {
      if (options.json !== undefined) writeFileSync(options.json, reachOf(instance));
      return 0;
    }
    results.push(...(await runCases(cases, planned, instance.session, report)));
    say(`${results.length} cases (${seconds()})\n`);
    if (options.json !== undefined) writeFileSync(options.json, JSON.stringify(results, null, 2));
    if (options.writeDocs) writeFileSync(PAGE, compatibilityPage(file.cases, results));
  } finally {
    await instance.close();
    if (!options.keep && !options.deployOnly) await instance.destroy(say);
  }
  return conclude(results);
}

/** What another program needs to use the instance. */
function reachOf({ session }: Instance): string {
  const { outputs, peer, cluster, folder } = session;
  const reach: Reach = {
    connection: outputs.connection,
    peer,
    kubeconfig: cluster.kubeconfig,
    folder,
  };
  return JSON.stringify(reach);
}

function report({ id, title, outcome, reasons }: Result): void {
  if (outcome !== "failed") return;
  process.stdout.write(`FAILED ${id} ${title}\n${reasons.map((one) => `  ${one}\n`).join("")}`);
}

function conclude(results: readonly Result[]): number {
  const failed = results.filter(({ outcome }) => outcome === "failed").length;
  const known = results.filter(({ outcome }) => outcome === "known").length;
  if (known > 0) process.stdout.write(`${known} of them differ from AWS as documented\n`);
  process.stdout.write(`${results.length - failed} passed, ${failed} failed\n`);
  return failed === 0 && results.length > 0 ? 0 : 1;
}

const argv = process.argv.slice(2);
if (argv.includes("--help")) {
  process.stdout.write(`${USAGE}\n`);
} else {
  main(readOptions(argv)).then(
    (code) => process.exit(code),
    (error: unknown) => {
      say(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exit(1);
    },
  );
}

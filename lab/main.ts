#!/usr/bin/env node
import { parseArguments, usage, type LabArguments } from "./arguments";
import { shellExports } from "./environment";
import { labDown, labEnvironment, labStatus, labSupported, labUp, LabUnsupported } from "./index";
import { ownPlugins } from "./parts/plugins";
import { labPaths } from "./paths";
import { printJson, printNote, printResult } from "./ui/print";
import { elapsed } from "./ui/progress";
import { statusTable } from "./ui/statusTable";

const exitCodes = { ok: 0, failed: 1, usage: 2, unsupported: 3, interrupted: 130 } as const;

async function up(json: boolean): Promise<number> {
  const interrupt = new AbortController();
  const onSignal = () => {
    interrupt.abort();
  };
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  const start = Date.now();
  try {
    const environment = await labUp({ signal: interrupt.signal });
    const seconds = Math.round((Date.now() - start) / 100) / 10;
    printNote(`The lab is ready (${elapsed(Date.now() - start)}).`);
    if (json) printJson({ version: 1, seconds, environment });
    else printNote('To use it: eval "$(npm run --silent lab -- env)"');
    return exitCodes.ok;
  } catch (failure) {
    if (!interrupt.signal.aborted) throw failure;
    printNote("Interrupted. What is finished is kept; `npm run lab -- up` goes on from here.");
    return exitCodes.interrupted;
  }
}

async function status(json: boolean): Promise<number> {
  const found = await labStatus();
  if (json) printJson(found);
  else printResult(statusTable(found));
  return exitCodes.ok;
}

async function environment(json: boolean): Promise<number> {
  if (!(await labStatus()).ready) {
    printNote("The lab is not ready: run `npm run lab -- up` first.");
    return exitCodes.failed;
  }
  if (json) printJson(labEnvironment());
  else {
    const paths = labPaths();
    printResult(shellExports(labEnvironment(), [ownPlugins(paths).folder, paths.bin]));
  }
  return exitCodes.ok;
}

async function down(json: boolean): Promise<number> {
  const stopped = await labDown();
  if (json) printJson({ version: 1, stopped });
  else
    printNote(stopped ? "The lab's Docker daemon is stopped." : "The lab runs no Docker daemon.");
  return exitCodes.ok;
}

const commands = { up, status, env: environment, down };

async function main(given: LabArguments | undefined): Promise<number> {
  if (given === undefined) {
    printNote(usage);
    return exitCodes.usage;
  }
  const reason = labSupported();
  if (reason !== undefined) throw new LabUnsupported(reason);
  return await commands[given.verb](given.json);
}

main(parseArguments(process.argv.slice(2))).then(
  (code) => {
    process.exitCode = code;
  },
  (failure: unknown) => {
    printNote(failure instanceof Error ? failure.message : String(failure));
    process.exitCode = failure instanceof LabUnsupported ? exitCodes.unsupported : exitCodes.failed;
  },
);

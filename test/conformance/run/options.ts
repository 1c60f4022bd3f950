import { join } from "node:path";
import { parseArgs } from "node:util";

export interface RunOptions {
  readonly casesFile: string;
  /** Whether the instance stays, for the next run to be quick. */
  readonly keep: boolean;
  /** Whether docs/alb-compatibility.md is written. */
  readonly writeDocs: boolean;
  /** A file for the results as JSON. */
  readonly json: string | undefined;
  /** Whether the instance is only made, and no case run; the JSON then says how to reach it. */
  readonly deployOnly: boolean;
  /** Whether the instance is only removed. */
  readonly destroyOnly: boolean;
  /** The beginnings of the ids of the cases to run; empty for all. */
  readonly only: readonly string[];
  readonly instance: InstancePorts;
}

export interface InstancePorts {
  readonly name: string;
  readonly httpPort: number;
  readonly httpsPort: number;
  readonly portRangeStart: number;
  readonly portRangeEnd: number;
}

/** Beside the ports that a user's own instance has by default, and below the ephemeral ones. */
const DEFAULT_HTTP_PORT = 28080;
const DEFAULT_HTTPS_PORT = 28443;
const DEFAULT_RANGE = "29000-29099";

export const USAGE = `npm run conformance -- [options]
  --cases <file>         cases to run instead of test/conformance/cases.yaml
  --only <id>            only cases whose id begins so; may be given several times
  --keep                 keep the instance, so that the next run is quick
  --write-docs           write docs/alb-compatibility.md from the results
  --json <file>          write the results as JSON
  --deploy-only          make the instance and stop
  --destroy              remove an instance that was kept
  --instance <name>      name of the instance (conformance)
  --http-port <port>     (${DEFAULT_HTTP_PORT})
  --https-port <port>    (${DEFAULT_HTTPS_PORT})
  --range <first-last>   (${DEFAULT_RANGE})`;

export function readOptions(argv: readonly string[]): RunOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      cases: { type: "string", default: join(__dirname, "..", "cases.yaml") },
      only: { type: "string", multiple: true, default: [] },
      keep: { type: "boolean", default: process.env["KECS_TEST_KEEP"] === "1" },
      "write-docs": { type: "boolean", default: false },
      json: { type: "string" },
      "deploy-only": { type: "boolean", default: false },
      destroy: { type: "boolean", default: false },
      instance: { type: "string", default: "conformance" },
      "http-port": { type: "string", default: String(DEFAULT_HTTP_PORT) },
      "https-port": { type: "string", default: String(DEFAULT_HTTPS_PORT) },
      range: { type: "string", default: DEFAULT_RANGE },
    },
  });
  const [, start = "", end = ""] = /^(\d+)-(\d+)$/.exec(values.range) ?? [];
  return {
    casesFile: values.cases,
    keep: values.keep,
    writeDocs: values["write-docs"],
    json: values.json,
    deployOnly: values["deploy-only"],
    destroyOnly: values.destroy,
    only: values.only,
    instance: {
      name: values.instance,
      httpPort: Number(values["http-port"]),
      httpsPort: Number(values["https-port"]),
      portRangeStart: Number(start),
      portRangeEnd: Number(end),
    },
  };
}

import { join } from "node:path";
import { parseArgs } from "node:util";

/** What puts the plan into the instance: KECS's components, or calls of AWS's API. */
export type Through = "components" | "api";

export interface RunOptions {
  readonly through: Through;
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
const DEFAULTS = {
  components: { name: "conformance", http: 28080, https: 28443, range: "29000-29099" },
  api: { name: "conformance-api", http: 28180, https: 28543, range: "29100-29199" },
} as const;

export const USAGE = `npm run conformance -- [options]
  --cases <file>         cases to run instead of test/conformance/cases.yaml
  --through api          make it all by AWS's API instead of with components, in an instance of its own
  --only <id>            only cases whose id begins so; may be given several times
  --keep                 keep the instance, so that the next run is quick
  --write-docs           write docs/alb-compatibility.md from the results
  --json <file>          write the results as JSON
  --deploy-only          make the instance and stop
  --destroy              remove an instance that was kept
  --instance <name>      name of the instance (${defaultOf("name")})
  --http-port <port>     (${defaultOf("http")})
  --https-port <port>    (${defaultOf("https")})
  --range <first-last>   (${defaultOf("range")})`;

export function readOptions(argv: readonly string[]): RunOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      through: { type: "string", default: "components" },
      cases: { type: "string", default: join(__dirname, "..", "cases.yaml") },
      only: { type: "string", multiple: true, default: [] },
      keep: { type: "boolean", default: process.env["KECS_TEST_KEEP"] === "1" },
      "write-docs": { type: "boolean", default: false },
      json: { type: "string" },
      "deploy-only": { type: "boolean", default: false },
      destroy: { type: "boolean", default: false },
      instance: { type: "string" },
      "http-port": { type: "string" },
      "https-port": { type: "string" },
      range: { type: "string" },
    },
  });
  const through = readThrough(values.through);
  const defaults = DEFAULTS[through];
  const [, start = "", end = ""] = /^(\d+)-(\d+)$/.exec(values.range ?? defaults.range) ?? [];
  return {
    through,
    casesFile: values.cases,
    keep: values.keep,
    writeDocs: values["write-docs"],
    json: values.json,
    deployOnly: values["deploy-only"],
    destroyOnly: values.destroy,
    only: values.only,
    instance: {
      name: values.instance ?? defaults.name,
      httpPort: Number(values["http-port"] ?? defaults.http),
      httpsPort: Number(values["https-port"] ?? defaults.https),
      portRangeStart: Number(start),
      portRangeEnd: Number(end),
    },
  };
}

function defaultOf(key: keyof (typeof DEFAULTS)[Through]): string {
  return `${DEFAULTS.components[key]}, through the API ${DEFAULTS.api[key]}`;
}

function readThrough(text: string): Through {
  if (text === "components" || text === "api") return text;
  throw new Error(`--through ${text}: it is components or api`);
}

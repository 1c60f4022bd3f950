import { parseArgs } from "node:util";

export const USAGE = `npm run faults -- [options]
  --only <id>    only rows whose id begins so; may be given several times
  --short        only the short set
  --json <file>  write the results as JSON
  --write-docs   write docs/reliability.md, and run nothing`;

export function readOptions(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    options: {
      only: { type: "string", multiple: true, default: [] },
      short: { type: "boolean", default: false },
      json: { type: "string" },
      "write-docs": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  }).values;
}

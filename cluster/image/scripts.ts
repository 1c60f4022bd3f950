import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SCRATCH_SCRIPT } from "../k3d/scripts";

const read = (name: string): string =>
  `${SCRATCH_SCRIPT}\n${readFileSync(join(__dirname, name), "utf8")}`;

export const IMPORT_SCRIPT = read("import.sh");
export const REMOVE_SCRIPT = read("remove.sh");

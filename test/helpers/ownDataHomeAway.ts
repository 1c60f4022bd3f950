import { rmSync } from "node:fs";

/** Removes what `ownDataHome` made. */
export default function ownDataHomeAway(): void {
  rmSync(process.env["XDG_DATA_HOME"] ?? "", { recursive: true, force: true });
}

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** No test touches the certificate authority of whoever runs it. */
export default function ownDataHome(): void {
  process.env["XDG_DATA_HOME"] = mkdtempSync(join(tmpdir(), "kecs-unit-"));
}

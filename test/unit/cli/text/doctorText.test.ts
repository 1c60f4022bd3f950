import type { Finding } from "../../../../cli/doctor/check";
import { doctorText } from "../../../../cli/text/doctorText";
import { styleOf } from "../../../../cli/ui/style";

const style = styleOf({ colour: false, unicode: true, live: false });

test("a line for each check, the remedy of a warning below it, and the sum", () => {
  const findings: Finding[] = [
    { name: "node", state: "ok", evidence: "20.20.2" },
    { name: "k3d", state: "failed", evidence: "gone", code: "KECS2004", remedy: "install it" },
    { name: "clock", state: "skipped", evidence: "not looked at" },
    { name: "disk", state: "warning", evidence: "1 GiB", code: "KECS2010", remedy: "make room" },
  ];
  expect(doctorText(findings, style).split("\n")).toEqual([
    "✓ node   20.20.2",
    "✗ k3d    gone",
    "… clock  not looked at",
    "! disk   1 GiB",
    "          KECS2010: make room",
    "",
    "1 ok, 1 to look at, 1 failed, 1 not looked at",
  ]);
});

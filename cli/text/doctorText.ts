import { printable } from "../../core/text/printable";
import type { Finding } from "../doctor/check";
import type { Style } from "../ui/style";

/** The checks of `kecs doctor`, a line each, and below it what to do about a warning; errors tell it themselves. */
export function doctorText(findings: readonly Finding[], style: Style): string {
  const width = Math.max(...findings.map(({ name }) => name.length));
  const lines = findings.flatMap((finding) => {
    const line = `${markOf(finding, style)} ${finding.name.padEnd(width)}  ${printable(finding.evidence)}`;
    if (finding.state !== "warning") return [line];
    return [line, `${" ".repeat(width + 5)}${finding.code}: ${printable(finding.remedy)}`];
  });
  const count = (state: Finding["state"]): number =>
    findings.filter((finding) => finding.state === state).length;
  const skipped = count("skipped") === 0 ? "" : `, ${count("skipped")} not looked at`;
  const sum = `${count("ok")} ok, ${count("warning")} to look at, ${count("failed")} failed${skipped}`;
  return `${lines.join("\n")}\n\n${sum}`;
}

function markOf({ state }: Finding, { done, failed, pending, yellow }: Style): string {
  return { ok: done, warning: yellow("!"), failed, skipped: pending }[state];
}

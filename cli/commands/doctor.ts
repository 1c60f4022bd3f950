import type { Issue } from "../../core/validate";
import type { Command } from "../command";
import type { Finding } from "../doctor/check";
import { CHECKS } from "../doctor/checks";
import { examine, withPatience } from "../doctor/examine";
import { prepareMachine } from "../machine/prepare";
import { doctorText } from "../text/doctorText";

const PATIENCE_MS = 15_000;

/** `kecs doctor`: what of this machine stands in the way of an instance, and what to do about it. */
export const doctor: Command = {
  name: "doctor",
  summary: "check this machine: programs, Docker, folders, names, ports",
  changesNothing: true,
  isOfMachine: true,
  async run({ io, console }) {
    // What cannot be prepared, or hangs, is what the checks tell.
    const prepared = prepareMachine(io, console, false, true);
    await withPatience(prepared, PATIENCE_MS).catch(() => undefined);
    const findings = await examine(CHECKS, io);
    const issues = findings.flatMap(issueOf);
    return { data: { findings }, text: doctorText(findings, console.style), issues };
  },
};

function issueOf(finding: Finding): Issue[] {
  if (finding.state !== "failed") return [];
  const { name, code, evidence, remedy } = finding;
  return [{ code, path: name, message: evidence, severity: "error", hint: remedy }];
}

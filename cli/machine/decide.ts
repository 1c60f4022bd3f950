import { problem, type Code, type Issue } from "../../core/validate";

/** `KECS_LAB`: whether the lab may be used; `auto` where it is not set. */
export type LabMode = "auto" | "always" | "never";

export interface MachineFacts {
  readonly issues: readonly Issue[];
  readonly mode: LabMode;
  /** Whether downloads from the internet work. */
  readonly reachable: boolean;
  /** Whether the lab's programs are the ones in use, as after `eval "$(kecs env)"`. */
  readonly inLab: boolean;
  /** Whether its programs are in use without its images, as in a shell that was opened earlier. */
  readonly lacksLabVariables: boolean;
  /** Whether the lab is built and up. */
  readonly labReady: boolean;
  /** Why the lab cannot be on this machine, if it cannot. */
  readonly labReason: string | undefined;
}

export type Decision =
  | { readonly kind: "use" }
  | { readonly kind: "installPulumi" }
  /** The lab's programs are in use: its images have to be, too. */
  | { readonly kind: "enterLab"; readonly why: string }
  | { readonly kind: "lab"; readonly why: string; readonly isReady: boolean }
  | { readonly kind: "refuse"; readonly issues: readonly Issue[] };

/** Programs that are not there, as opposed to ones that are there and do not serve. */
const ABSENT: ReadonlySet<Code> = new Set<Code>(["KECS2001", "KECS2004"]);

/** What to do about the programs that KECS needs. */
export function decide(facts: MachineFacts): Decision {
  const { issues, mode, reachable, inLab, lacksLabVariables, labReady, labReason } = facts;
  const useLab = (why: string): Decision => ({ kind: "lab", why, isReady: labReady });
  if (mode === "always") {
    return labReason === undefined
      ? useLab("KECS_LAB=always: using the lab")
      : refuseLab(labReason, []);
  }
  if (issues.length === 0) {
    return lacksLabVariables && mode !== "never"
      ? { kind: "enterLab", why: "the programs on the PATH are the lab's: using its images" }
      : { kind: "use" };
  }
  if (inLab && mode !== "never" && labReason === undefined) {
    return useLab("the lab is not up: starting it");
  }
  if (reachable) {
    const pulumiAlone = issues.every((issue) => issue.path === "pulumi");
    return pulumiAlone ? { kind: "installPulumi" } : { kind: "refuse", issues };
  }
  // A daemon alone that is down, a refusal, an old version: solved here, and better than by a lab.
  const lacksProgram = issues.some((issue) => issue.code === "KECS2004");
  if (mode === "never" || !lacksProgram || !issues.every((issue) => ABSENT.has(issue.code))) {
    return { kind: "refuse", issues };
  }
  if (labReason !== undefined) return refuseLab(labReason, issues);
  const missing = listed(issues.map((issue) => issue.path));
  const them = issues.length === 1 ? "it" : "them";
  return useLab(`no ${missing} here and no way to download ${them}: using the lab`);
}

function refuseLab(reason: string, issues: readonly Issue[]): Decision {
  return {
    kind: "refuse",
    issues: [
      ...issues,
      problem(
        "KECS2007",
        "lab",
        `KECS cannot build an engine here: ${reason}`,
        "use a machine with Docker, k3d and the Pulumi CLI",
      ),
    ],
  };
}

function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join("")
    : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

export function labMode(value: string | undefined): LabMode {
  return value === "always" || value === "never" ? value : "auto";
}

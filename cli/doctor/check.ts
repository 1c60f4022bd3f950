import type { Code, Issue } from "../../core/validate";
import type { Io } from "../io";

/** What a check comes to: what it saw, and where something is wrong, its code and what to do. */
export type Verdict =
  | { readonly state: "ok"; readonly evidence: string }
  | {
      readonly state: "warning" | "failed";
      /** What was seen, in words and numbers. */
      readonly evidence: string;
      readonly code: Code;
      readonly remedy: string;
    };

/** The verdict of a check by its name; one that was not made says why. */
export type Finding = { readonly name: string } & (
  Verdict | { readonly state: "skipped"; readonly evidence: string }
);

/** What a check may know of the caller. */
export type Surroundings = Pick<Io, "env" | "cwd">;

/** One condition of this machine that instances need. */
export interface Check {
  readonly name: string;
  /** The check without which this one has nothing to look at. */
  readonly needs?: string;
  /** Looks at the machine and changes nothing of it. */
  readonly look: (surroundings: Surroundings) => Promise<Verdict>;
}

export const ok = (evidence: string): Verdict => ({ state: "ok", evidence });

export const warning = (code: Code, evidence: string, remedy: string): Verdict => ({
  ...{ state: "warning", evidence, code, remedy },
});

export const failed = (code: Code, evidence: string, remedy: string): Verdict => ({
  ...{ state: "failed", evidence, code, remedy },
});

/** The verdict of an issue that another part of KECS found. */
export const failedBy = ({ code, message, hint }: Issue): Verdict =>
  failed(code, message, hint ?? "kecs start says more");

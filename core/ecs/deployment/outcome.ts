import type { Issue } from "../../validate";
import type { RolloutState } from "./rolloutState";
import type { Snapshot } from "./snapshot";

/** How the waiting for a service ended. */
export type Outcome =
  | {
      readonly kind: "steady" | "failed" | "late";
      readonly snapshot: Snapshot;
      readonly found: RolloutState;
    }
  /** What is waited for is not in the cluster. */
  | { readonly kind: "gone"; readonly issue: Issue }
  /** The cluster was not to be asked. */
  | { readonly kind: "unknown"; readonly why: string };

import type { Connection } from "../../../core/connection";

/** How to use an instance that the runner made: what `--deploy-only --json` writes. */
export interface Reach {
  readonly connection: Connection;
  /** The address that the cluster sees in the place of this machine's. */
  readonly peer: string;
  /** The file with the cluster's credentials. */
  readonly kubeconfig: string;
  /** A folder for files of a test. */
  readonly folder: string;
}

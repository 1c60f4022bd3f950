import type { KecsOutputs } from "../../../core/outputs/contract";
import type { LoadBalancer } from "../../../core/lb/model";
import type { ApiPlace } from "../api/place";
import type { Cluster } from "../cluster";
import type { ClientCertificates } from "../plan/clientCertificates";
import type { Plan } from "../plan/plan";

/** What the cases of a run share. */
export interface Session {
  readonly outputs: KecsOutputs;
  readonly cluster: Cluster;
  /** A folder for files that a case needs. */
  readonly folder: string;
  /** The address that the cluster sees in the place of this machine's. */
  readonly peer: string;
  readonly clients: ClientCertificates;
  readonly plan: Plan;
  /** Only where the plan was put in by AWS's API. */
  readonly api?: Pick<ApiPlace, "validation">;
  /** The fixtures as what they say, for cases that ask what the rules make of an address. */
  readonly models: Readonly<Record<string, readonly LoadBalancer[]>>;
}

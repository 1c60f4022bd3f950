import type { ConnectModel } from "../serviceConnect/model";
import type { ServiceLoadBalancerValues } from "./values";
import type { EcsServiceValues } from "./values/service";

/** What the tasks of a service are made of: a change of it is a deployment. */
export interface ServiceRevision {
  readonly taskDefinition: string;
  readonly loadBalancers: readonly ServiceLoadBalancerValues[];
  /**
   * In the order of `loadBalancers`: whether the container port bears the target group's name.
   * Absent where all do.
   */
  readonly namedPorts?: readonly boolean[];
  readonly serviceRegistries?: NonNullable<EcsServiceValues["serviceRegistries"]>;
  /** What Service Connect makes of it, where it is enabled. */
  readonly connect?: ConnectModel;
  readonly healthCheckGracePeriodSeconds: number;
  /** What starts a deployment whenever it changes. */
  readonly triggers?: Readonly<Record<string, string>>;
}

const FIELDS: readonly string[] = [
  "taskDefinition",
  "loadBalancers",
  "namedPorts",
  "serviceRegistries",
  "connect",
  "healthCheckGracePeriodSeconds",
  "triggers",
] satisfies readonly (keyof ServiceRevision)[];

export function serviceRevision(of: ServiceRevision): ServiceRevision {
  return pick(of, (field) => FIELDS.includes(field)) as unknown as ServiceRevision;
}

/** A service with the tasks of a revision. */
export function withRevision<T extends ServiceRevision>(of: T, revision: ServiceRevision): T {
  return { ...pick(of, (field) => !FIELDS.includes(field)), ...revision } as T;
}

function pick(of: object, isWanted: (field: string) => boolean): Partial<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(of).filter(([field]) => isWanted(field)));
}

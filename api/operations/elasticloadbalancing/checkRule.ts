import { AwsError } from "../../world/awsError";
import type { AwsObject, World } from "../../world/world";
import { recordedListener } from "../../../core/lb/listener/record";
import { protocolOf } from "../../../core/lb/listener/validate";
import {
  addedHosts,
  importedHosts,
  unreachableWildcards,
} from "../../../core/lb/listenerRule/hosts";
import type { Resolved } from "../../../core/lb/listenerRule/model";
import { recordedRule } from "../../../core/lb/listenerRule/record";
import { validateListenerRule } from "../../../core/lb/listenerRule/validate";
import { hostConflicts } from "../../../core/lb/loadBalancer/conflicts";
import { recordedLoadBalancer } from "../../../core/lb/loadBalancer/record";
import { modelOf } from "../../../core/lb/recorded/loadBalancers";
import type { Issue } from "../../../core/validate";
import { groupsOf, requireOneLoadBalancer } from "./actions";
import { hostClaims, hostOwner } from "./claims";
import { loadBalancerOf } from "./lookUp";
import { ownerText, recordsOf } from "./objects";
import { INPUT, refuse } from "./refuse";

/** Refuses what is wrong with a rule by itself, or with its listener and load balancer. */
export function checkRule(values: Resolved, listener: AwsObject, world: World): void {
  const loadBalancer = loadBalancerOf(world, listener);
  const { simulateSourceIp } = recordedLoadBalancer(loadBalancer).attributes;
  const of = recordedListener(listener, world.connection).values;
  const context = {
    ...groupsOf(world),
    listener: { port: of.port, protocol: protocolOf(of) },
    simulateSourceIp,
  };
  refuse(validateListenerRule(values, INPUT, context));
  requireOneLoadBalancer(values.actions, loadBalancer.arn, world);
  refuse(hostIssues(values, { listener, loadBalancer }, world));
}

/** The hosts of a rule reach its listener, and are no other load balancer's. */
function hostIssues(
  { conditions }: Resolved,
  { listener, loadBalancer }: { readonly listener: AwsObject; readonly loadBalancer: AwsObject },
  world: World,
): Issue[] {
  const { connection } = world;
  const facts = recordedLoadBalancer(loadBalancer);
  const of = recordedListener(listener, connection);
  if (listener.owner === "pulumi") {
    // Its routes are its program's; a rule of this API cannot bring more hosts there.
    return importedHosts(conditions, modelOf(recordsOf(world), of, facts).hosts, INPUT);
  }
  const owner = { instance: connection.instance, owner: hostOwner(loadBalancer) };
  const claim = hostClaims(world);
  return addedHosts(conditions, facts, INPUT).flatMap(({ added, below }) => [
    ...(of.tls?.hasOption === true
      ? unreachableWildcards(added, below, "name the hosts one by one")
      : []),
    ...hostConflicts(owner, added, below, claim),
  ]);
}

/** Refuses a priority that another rule of the listener has. */
export function requireFreePriority(priority: number, others: readonly AwsObject[]): void {
  const taken = others.find((of) => recordedRule(of).priority === priority);
  if (taken === undefined) return;
  throw new AwsError(
    "PriorityInUse",
    `Priority '${priority}' is currently in use${ownerText(taken)}`,
  );
}

/** Refuses rewrites, which the instance's load balancer does not do. */
export function requireNoTransforms(transforms: readonly object[] | undefined): void {
  if (transforms === undefined || transforms.length === 0) return;
  throw new AwsError(
    "InvalidConfigurationRequest",
    "Transforms: KECS does not rewrite the host or the URL of a request; leave Transforms out (KECS1013)",
  );
}

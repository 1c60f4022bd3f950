import { AwsError } from "../../world/awsError";
import { ofKind, type AwsObject, type World } from "../../world/world";
import type { Resolved } from "../../../core/lb/listener/model";
import { validateSlot } from "../../../core/lb/listener/ports";
import { recordedListener } from "../../../core/lb/listener/record";
import { protocolOf, validateListener } from "../../../core/lb/listener/validate";
import { validateActions } from "../../../core/lb/listener/validateActions";
import { validatePort } from "../../../core/lb/listener/validateParent";
import { addedHosts, unreachableWildcards } from "../../../core/lb/listenerRule/hosts";
import { recordedRule } from "../../../core/lb/listenerRule/record";
import { listenerConflict, recordedOwner } from "../../../core/localPorts/conflicts";
import { endpointOwners } from "../../../core/localPorts/owners";
import type { LoadBalancerFacts } from "../../../core/lb/model";
import type { Issue } from "../../../core/validate";
import { groupsOf, requireOneLoadBalancer } from "./actions";
import { byArn, listenersOf } from "./lookUp";
import { INPUT, refuse } from "./refuse";
import { tlsStructureOf } from "./shapes/listener";

/** Refuses what is wrong with a listener by itself, and calls what it names by the names it has. */
export function soundListener(values: Resolved, world: World): Resolved {
  refuse(validateListener(values, INPUT, groupsOf(world)));
  refuse(validateSlot(world.connection, values, INPUT));
  if (protocolOf(values) === "HTTP") return values;
  const { certificateArn, mutualAuthentication } = values;
  if (certificateArn === undefined) {
    throw new AwsError(
      "ValidationError",
      "A certificate must be specified for HTTPS listeners; import one with aws acm import-certificate, or make a Certificate in a Pulumi program, and pass its ARN in Certificates",
    );
  }
  const trustStoreArn = mutualAuthentication?.trustStoreArn;
  return {
    ...values,
    certificateArn: certificateByArn(world, certificateArn).arn,
    ...(mutualAuthentication === undefined || trustStoreArn === undefined
      ? {}
      : {
          mutualAuthentication: {
            ...mutualAuthentication,
            trustStoreArn: trustStoreByArn(world, trustStoreArn).arn,
          },
        }),
  };
}

export function certificateByArn(world: World, arn: string): AwsObject {
  const found = byArn(ofKind(world, "cert"), arn);
  if (found !== undefined) return found;
  throw new AwsError(
    "CertificateNotFound",
    `Certificate '${arn}' not found; certificates of AWS are not on this machine: import one with aws acm import-certificate`,
  );
}

function trustStoreByArn(world: World, arn: string): AwsObject {
  const found = byArn(ofKind(world, "ts"), arn);
  if (found !== undefined) return found;
  throw new AwsError(
    "TrustStoreNotFound",
    `Trust store '${arn}' not found; make a TrustStore in a Pulumi program of this instance`,
  );
}

/** Refuses what the load balancer and its other listeners do not allow. */
export function checkAmongListeners(
  values: Resolved,
  loadBalancer: AwsObject,
  others: readonly AwsObject[],
  world: World,
): void {
  requireOneLoadBalancer(values.defaultActions, loadBalancer.arn, world);
  const listeners = others.map((object) => {
    const { port, localPort } = recordedListener(object, world.connection).values;
    return { port, localPort, stack: object.stack };
  });
  refuse(validatePort(values, listeners, INPUT));
  const ownerOf = recordedOwner(endpointOwners(world.objects), () => true);
  refuse(listenerConflict(world.connection, values, ownerOf, INPUT));
}

/** The other listeners of a listener's load balancer. */
export function siblingsOf(world: World, loadBalancer: AwsObject, listener: AwsObject) {
  return listenersOf(world, loadBalancer).filter(({ key }) => key !== listener.key);
}

/** The issues of rules that a change of their listener would make wrong. */
export function issuesOfRules(
  rules: readonly AwsObject[],
  values: Resolved,
  facts: LoadBalancerFacts,
  world: World,
): Issue[] {
  const listener = { port: values.port, protocol: protocolOf(values) };
  const context = { ...groupsOf(world), listener };
  const hasOption = tlsStructureOf(values, facts)?.hasOption === true;
  return rules.flatMap((rule) => {
    const { actions, conditions } = recordedRule(rule);
    const path = `rule '${rule.arn}'`;
    const wildcards = hasOption
      ? addedHosts(conditions, facts, path).flatMap(({ added }) =>
          unreachableWildcards(added, path, "change the rule first"),
        )
      : [];
    return [...validateActions(actions, path, context), ...wildcards];
  });
}

import type {
  ModifyLoadBalancerAttributesCommandInput,
  ModifyLoadBalancerAttributesOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../../world/awsError";
import type { Change, Operation } from "../../world/operation";
import type { AwsObject, World } from "../../world/world";
import { isDeepStrictEqual } from "node:util";
import { albConflicts } from "../../../core/lb/loadBalancer/conflicts";
import { listenerRecord, recordedListener } from "../../../core/lb/listener/record";
import { validateParent } from "../../../core/lb/listener/validateParent";
import {
  loadBalancerFacts,
  loadBalancerRecord,
  recordedLoadBalancer,
} from "../../../core/lb/loadBalancer/record";
import type { AlbValues } from "../../../core/lb/loadBalancer/values";
import { validateAlb } from "../../../core/lb/loadBalancer/validate";
import type { LoadBalancerFacts } from "../../../core/lb/model";
import type { Issue } from "../../../core/validate";
import { givenAttributes, toAwsAttributes } from "./attributes/attributes";
import {
  attributeValues,
  LOAD_BALANCER_ATTRIBUTES,
  loadBalancerAttributes,
  OTHER_LOAD_BALANCER_ATTRIBUTES,
  recordedAttributes,
  shownAttributes,
} from "./attributes/loadBalancer";
import { issuesOfRules } from "./checkListener";
import { hostClaims } from "./claims";
import { listenersOf, loadBalancerByArn, rulesOf } from "./lookUp";
import { replace, requireOwn } from "./objects";
import { INPUT, refuse } from "./refuse";
import { tlsStructureOf } from "./shapes/listener";
import { albValuesOf } from "./shapes/loadBalancer";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyLoadBalancerAttributes.html */
export const modifyLoadBalancerAttributes: Operation<
  ModifyLoadBalancerAttributesCommandInput,
  ModifyLoadBalancerAttributesOutput
> = ({ LoadBalancerArn, Attributes = [] }, world) => {
  const object = loadBalancerByArn(world, LoadBalancerArn);
  requireOwn(object, "Load balancer");
  const given = givenAttributes(Attributes, {
    table: LOAD_BALANCER_ATTRIBUTES,
    what: "Load balancer",
    others: OTHER_LOAD_BALANCER_ATTRIBUTES,
    owner: "load balancers with type 'application'",
  });
  const wanted = { ...loadBalancerAttributes(object), ...given };
  requireBuckets(wanted);
  const values = { ...albValuesOf(object), ...attributeValues(wanted) };
  refuse(validateAlb(values, INPUT));
  refuse(conflicts(object, values, world));
  const facts = loadBalancerFacts(values);
  const recorded = recordedAttributes(facts);
  const others = Object.entries(given).filter(([key]) => !Object.hasOwn(recorded, key));
  const attributes = { ...loadBalancerRecord(values, object.arn).attributes };
  const echo = {
    ...object.echo,
    Attributes: {
      ...(object.echo["Attributes"] as Record<string, string> | undefined),
      ...Object.fromEntries(others),
    },
  };
  return {
    output: { Attributes: toAwsAttributes(shownAttributes({ ...wanted, ...recorded })) },
    changes: [replace(object, { attributes, echo }), ...listenerChanges(object, facts, world)],
  };
};

/** What another load balancer has; its two names of its own no other one can have. */
function conflicts(object: AwsObject, values: AlbValues, world: World): Issue[] {
  const claim = hostClaims(world, object);
  return albConflicts(world.connection.instance, values, INPUT, claim).map((issue) =>
    issue.path === INPUT ? { ...issue, path: `${INPUT}.hostnames` } : issue,
  );
}

function requireBuckets(all: Readonly<Record<string, string>>): void {
  const without = ["access_logs", "connection_logs", "health_check_logs"].find(
    (logs) => all[`${logs}.s3.enabled`] === "true" && all[`${logs}.s3.bucket`] === "",
  );
  if (without === undefined) return;
  throw new AwsError(
    "InvalidConfigurationRequest",
    `The value of '${without}.s3.bucket' cannot be empty where '${without}.s3.enabled' is true`,
  );
}

/**
 * Whether HTTP/2 is offered decides about a TLS object of each HTTPS listener, and the host names about which
 * hosts its rules add.
 */
function listenerChanges(
  object: AwsObject,
  facts: LoadBalancerFacts,
  world: World,
): readonly Change[] {
  const hasOtherHosts = !isDeepStrictEqual(recordedLoadBalancer(object).hosts, facts.hosts);
  return listenersOf(world, object).flatMap((listener) => {
    const { values, tls: present } = recordedListener(listener, world.connection);
    const made = { tls: present, path: `listener '${listener.arn}'` };
    if (listener.owner === "pulumi") {
      if (present !== undefined) refuse(validateParent(values, { facts, listeners: [] }, made));
      return [];
    }
    const tls = tlsStructureOf(values, facts);
    const hasOtherTls = tls?.hasOption !== present?.hasOption;
    if (hasOtherTls || hasOtherHosts) {
      refuse(issuesOfRules(rulesOf(world, listener), values, facts, world));
    }
    if (!hasOtherTls) return [];
    return [replace(listener, { attributes: { ...listenerRecord(values, tls).attributes } })];
  });
}

import type {
  ModifyLoadBalancerAttributesCommandInput,
  ModifyLoadBalancerAttributesOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../../world/awsError";
import type { Change, Operation } from "../../world/operation";
import type { AwsObject, World } from "../../world/world";
import { listenerRecord, recordedListener } from "../../../core/lb/listener/record";
import { validateParent } from "../../../core/lb/listener/validateParent";
import { loadBalancerFacts, loadBalancerRecord } from "../../../core/lb/loadBalancer/record";
import { validateAlb } from "../../../core/lb/loadBalancer/validate";
import type { LoadBalancerFacts } from "../../../core/lb/model";
import { givenAttributes, toAwsAttributes } from "./attributes/attributes";
import {
  attributeValues,
  LOAD_BALANCER_ATTRIBUTES,
  loadBalancerAttributes,
  OTHER_LOAD_BALANCER_ATTRIBUTES,
  recordedAttributes,
} from "./attributes/loadBalancer";
import { issuesOfRules } from "./checkListener";
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
  const all = { ...loadBalancerAttributes(object), ...given };
  requireBuckets(all);
  const values = { ...albValuesOf(object), ...attributeValues(all) };
  refuse(validateAlb(values, INPUT));
  const facts = loadBalancerFacts(values);
  const recorded = recordedAttributes(facts.attributes);
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
    output: { Attributes: toAwsAttributes(all) },
    changes: [replace(object, { attributes, echo }), ...listenerChanges(object, facts, world)],
  };
};

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

/** Whether HTTP/2 is offered decides about a TLS object of each HTTPS listener. */
function listenerChanges(
  object: AwsObject,
  facts: LoadBalancerFacts,
  world: World,
): readonly Change[] {
  return listenersOf(world, object).flatMap((listener) => {
    const { values, tls: present } = recordedListener(listener, world.connection);
    const made = { tls: present, path: `listener '${listener.arn}'` };
    if (listener.owner === "pulumi") {
      if (present !== undefined) refuse(validateParent(values, { facts, listeners: [] }, made));
      return [];
    }
    const tls = tlsStructureOf(values, facts);
    if (tls?.hasOption === present?.hasOption) return [];
    refuse(issuesOfRules(rulesOf(world, listener), values, facts, world));
    return [replace(listener, { attributes: { ...listenerRecord(values, tls).attributes } })];
  });
}

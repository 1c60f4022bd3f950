import type {
  ModifyListenerCommandInput,
  ModifyListenerOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import type { AwsObject, World } from "../../world/world";
import { listenerRecord } from "../../../core/lb/listener/record";
import { recordedLoadBalancer } from "../../../core/lb/loadBalancer/record";
import { actionsIn } from "./actions";
import { checkAmongListeners, issuesOfRules, siblingsOf, soundListener } from "./checkListener";
import { addedCertificates } from "./children";
import { listenerByArn, loadBalancerOf, rulesOf } from "./lookUp";
import { remove, replace, requireOwn } from "./objects";
import { refuse } from "./refuse";
import {
  changedListenerValues,
  listenerValuesOf,
  tlsStructureOf,
  toAwsListener,
} from "./shapes/listener";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyListener.html */
export const modifyListener: Operation<ModifyListenerCommandInput, ModifyListenerOutput> = (
  input,
  world,
) => {
  const object = listenerByArn(world, input.ListenerArn);
  requireOwn(object, "Listener");
  const loadBalancer = loadBalancerOf(world, object);
  const siblings = siblingsOf(world, loadBalancer, object);
  const present = listenerValuesOf(object, world.connection);
  requireSamePort(input.Port, present.port, siblings, world);
  const { DefaultActions: given = [] } = input;
  const actions = given.length === 0 ? undefined : actionsIn(given, world);
  const values = soundListener(changedListenerValues(present, input, actions), world);
  checkAmongListeners(values, loadBalancer, siblings, world);
  const facts = recordedLoadBalancer(loadBalancer);
  refuse(issuesOfRules(rulesOf(world, object), values, facts, world));
  const { attributes } = listenerRecord(values, tlsStructureOf(values, facts));
  const changed = { ...object, attributes: { ...attributes } };
  const unused = values.protocol === "HTTP" ? addedCertificates(world, object.arn) : [];
  return {
    output: { Listeners: [toAwsListener(changed)] },
    changes: [...unused.map(remove), replace(object, { attributes: changed.attributes })],
  };
};

/** A listener's ARN holds its port here, so with another port it would be another listener. */
function requireSamePort(
  port: number | undefined,
  present: number,
  siblings: readonly AwsObject[],
  world: World,
): void {
  if (port === undefined || port === present) return;
  if (siblings.some((of) => listenerValuesOf(of, world.connection).port === port)) {
    throw new AwsError("ValidationError", `Listener port '${port}' is already in use`);
  }
  throw new AwsError(
    "InvalidConfigurationRequest",
    `Port: "${port}": KECS cannot change the port of a listener, since the listener's ARN holds it; delete the listener and create another on port "${port}" (KECS1013)`,
  );
}

import type {
  CreateListenerCommandInput,
  CreateListenerOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { isDeepStrictEqual } from "node:util";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import type { AwsObject } from "../../world/world";
import { listenerRecord } from "../../../core/lb/listener/record";
import { recordedLoadBalancer, recordedQuotas } from "../../../core/lb/loadBalancer/record";
import { quotaIssue } from "../../../core/lb/loadBalancer/quotas";
import { actionsIn } from "./actions";
import { checkAmongListeners, soundListener } from "./checkListener";
import { belowListener, leftBehind } from "./children";
import { listenersOf, loadBalancerByArn } from "./lookUp";
import { newObject, ownerText, put, remove } from "./objects";
import { INPUT, refuse } from "./refuse";
import {
  listenerValuesOf,
  tlsStructureOf,
  toAwsListener,
  toListenerValues,
} from "./shapes/listener";
import { tagsOf } from "./shapes/tags";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html */
export const createListener: Operation<CreateListenerCommandInput, CreateListenerOutput> = (
  input,
  world,
) => {
  const { connection } = world;
  const loadBalancer = loadBalancerByArn(world, input.LoadBalancerArn);
  const actions = actionsIn(input.DefaultActions ?? [], world);
  const values = soundListener(
    toListenerValues(input, actions, loadBalancer.arn, connection),
    world,
  );
  const tls = tlsStructureOf(values, recordedLoadBalancer(loadBalancer));
  const made = newObject(listenerRecord(values, tls), {}, world);
  const siblings = listenersOf(world, loadBalancer);
  const present = siblings.find((of) => listenerValuesOf(of, connection).port === values.port);
  if (present !== undefined) {
    if (!isDeepStrictEqual(settings(present), settings(made))) {
      throw new AwsError(
        "DuplicateListener",
        `A listener already exists on this port for this load balancer '${loadBalancer.arn}'${ownerText(present)}`,
      );
    }
    return { output: { Listeners: [toAwsListener(present)] } };
  }
  checkAmongListeners(values, loadBalancer, siblings, world);
  const count = siblings.length + 1;
  const quota = quotaIssue("listeners", count, recordedQuotas(loadBalancer).listeners, INPUT);
  if (quota !== undefined) refuse([quota], { KECS1019: "TooManyListeners" });
  return {
    output: { Listeners: [toAwsListener(made)] },
    changes: [...leftBehind(belowListener(world, made.arn)).map(remove), put(made)],
  };
};

function settings(object: Pick<AwsObject, "arn" | "attributes">) {
  return { ...toAwsListener(object), tags: tagsOf(object) };
}

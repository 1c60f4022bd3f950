import type {
  ModifyListenerAttributesCommandInput,
  ModifyListenerAttributesOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import { protocolOf } from "../../../core/lb/listener/validate";
import { givenAttributes, toAwsAttributes } from "./attributes/attributes";
import {
  listenerAttributes,
  listenerTable,
  OTHER_LISTENER_ATTRIBUTES,
} from "./attributes/listener";
import { listenerByArn } from "./lookUp";
import { requireOwn } from "./objects";
import { listenerValuesOf } from "./shapes/listener";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyListenerAttributes.html */
export const modifyListenerAttributes: Operation<
  ModifyListenerAttributesCommandInput,
  ModifyListenerAttributesOutput
> = ({ ListenerArn, Attributes = [] }, world) => {
  const object = listenerByArn(world, ListenerArn);
  requireOwn(object, "Listener");
  const protocol = protocolOf(listenerValuesOf(object, world.connection));
  const defaults = listenerAttributes(protocol);
  const given = givenAttributes(Attributes, {
    table: listenerTable(protocol),
    what: "Listener",
    others: OTHER_LISTENER_ATTRIBUTES,
    owner: "listeners of an Application Load Balancer",
  });
  for (const [key, value] of Object.entries(given)) {
    if (value === defaults[key]) continue;
    throw new AwsError(
      "InvalidConfigurationRequest",
      `Listener attribute '${key}': KECS does not change the headers of a listener, so it takes no value but AWS's default '${defaults[key] ?? ""}'; leave it out (KECS1013)`,
    );
  }
  return { output: { Attributes: toAwsAttributes(defaults) } };
};

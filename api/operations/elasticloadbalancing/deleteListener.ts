import type {
  DeleteListenerCommandInput,
  DeleteListenerOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Operation } from "../../world/operation";
import { belowListener } from "./children";
import { listenerByArn } from "./lookUp";
import { remove, requireOwn } from "./objects";
import { requireOwnChildren } from "./ownChildren";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DeleteListener.html */
export const deleteListener: Operation<DeleteListenerCommandInput, DeleteListenerOutput> = (
  { ListenerArn },
  world,
) => {
  const object = listenerByArn(world, ListenerArn);
  requireOwn(object, "Listener");
  const below = belowListener(world, object.arn);
  requireOwnChildren(object, "Listener", below);
  return { output: {}, changes: [...below, object].map(remove) };
};

import type {
  DescribeListenerAttributesCommandInput,
  DescribeListenerAttributesOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Operation } from "../../world/operation";
import { protocolOf } from "../../../core/lb/listener/validate";
import { toAwsAttributes } from "./attributes/attributes";
import { listenerAttributes } from "./attributes/listener";
import { listenerByArn } from "./lookUp";
import { listenerValuesOf } from "./shapes/listener";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeListenerAttributes.html */
export const describeListenerAttributes: Operation<
  DescribeListenerAttributesCommandInput,
  DescribeListenerAttributesOutput
> = ({ ListenerArn }, world) => {
  const object = listenerByArn(world, ListenerArn);
  const protocol = protocolOf(listenerValuesOf(object, world.connection));
  return { output: { Attributes: toAwsAttributes(listenerAttributes(protocol)) } };
};

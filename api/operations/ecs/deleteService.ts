import type { DeleteServiceRequest, DeleteServiceResponse } from "@aws-sdk/client-ecs";
import { serviceAttributes } from "../../../core/ecs/service/record";
import type { Operation } from "../../world/operation";
import { activeCluster, nameOf } from "./find/clusters";
import { inactiveAt } from "./find/lifetime";
import { activeService, forgetServices } from "./find/services";
import { putAgain } from "./put";
import { invalid, refuseOfPulumi } from "./refuse";
import { describedService } from "./shapes/service";

/** The answer says DRAINING, as on AWS; the record says at once that it has ended. */
export const deleteService: Operation<DeleteServiceRequest, DeleteServiceResponse> = (
  input,
  world,
) => {
  const cluster = nameOf(activeCluster(world, input.cluster));
  const service = activeService(world, cluster, input.service ?? "");
  const { name, desiredCount } = serviceAttributes(service);
  refuseOfPulumi(service, `service ${name}`);
  if (desiredCount > 0 && input.force !== true) {
    throw invalid("The service cannot be stopped while it is scaled above 0.");
  }
  const ended = { ...service.attributes, desiredCount: 0 };
  const draining = { ...service, attributes: { ...ended, status: "DRAINING" } };
  return {
    output: { service: describedService(draining, world, ["TAGS"]) },
    changes: [
      ...forgetServices(world),
      putAgain(service, { attributes: { ...ended, ...inactiveAt(world.now) } }),
    ],
  };
};

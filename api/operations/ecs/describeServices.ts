import type { DescribeServicesRequest, DescribeServicesResponse } from "@aws-sdk/client-ecs";
import { serviceArn } from "../../../core/arn";
import type { Operation } from "../../world/operation";
import { activeCluster, nameOf } from "./find/clusters";
import { findService } from "./find/services";
import { refuseNone, refuseTooMany } from "./shapes/counts";
import { missing } from "./shapes/missing";
import { describedService } from "./shapes/service";

export const describeServices: Operation<DescribeServicesRequest, DescribeServicesResponse> = (
  { cluster: given, services: names = [], include = [] },
  world,
) => {
  const cluster = nameOf(activeCluster(world, given));
  refuseNone("Services", names);
  refuseTooMany("services", names, 10);
  const found = [...new Set(names)].map((name) => ({
    name,
    service: findService(world, cluster, name),
  }));
  return {
    output: {
      services: found.flatMap(({ service }) =>
        service === undefined ? [] : [describedService(service, world, include)],
      ),
      failures: found
        .filter(({ service }) => service === undefined)
        .map(({ name }) =>
          missing(name.startsWith("arn:") ? name : serviceArn(world.connection, cluster, name)),
        ),
    },
  };
};

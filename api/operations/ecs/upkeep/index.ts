import type { Operation } from "../../../world/operation";
import { upkeepOfDeployments, type FailureCounts } from "./deployments";
import { upkeepOfTasks } from "./tasks";

/**
 * What ECS does by itself as time passes and tasks come and go. It counts failures on from what it saw
 * before; one that has seen nothing counts all that the cluster tells of.
 */
export function newUpkeep(): Operation<object, object> {
  let counts: FailureCounts = new Map();
  return (_, world) => {
    const ofDeployments = upkeepOfDeployments(world, counts);
    counts = ofDeployments.counts;
    return { output: {}, changes: [...upkeepOfTasks(world), ...ofDeployments.changes] };
  };
}

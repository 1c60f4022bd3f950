import type { Operation } from "../../../world/operation";
import { upkeepOfTasks } from "./tasks";

/** What ECS does by itself as time passes and tasks come and go. */
export function newUpkeep(): Operation<object, object> {
  return (_, world) => ({ output: {}, changes: upkeepOfTasks(world) });
}

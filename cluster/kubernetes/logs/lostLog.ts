import { problem, type Issue } from "../../../core/validate";
import { lastLine } from "../../../core/text/lastLine";
import type { Source } from "./source";
import { fullName, shortId } from "../../../core/ecs/observed/task";

/** The error for a log of which lines are missing; `why` is what kubectl said. */
export function lostLog({ task, container }: Source, why: string): Issue {
  const reason = lastLine(why);
  return problem(
    "KECS3015",
    `${fullName(task)}/${shortId(task)}, container ${container.name}`,
    `its log could not be read to its end${reason === "" ? "" : `: ${reason}`}`,
    "run the command again; kecs status shows whether the cluster answers",
  );
}

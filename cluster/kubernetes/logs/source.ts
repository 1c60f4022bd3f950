import type { Container, Task } from "../../../core/ecs/observed/task";
import type { LogLine } from "./logLine";

/** Where a line comes from. */
export interface Source {
  readonly task: Task;
  readonly container: Container;
}

export type WriteLine = (source: Source, line: LogLine) => void;

import { applyChanges } from "../../../api/store/applyChanges";
import { isOfRecord, type Operation } from "../../../api/world/operation";
import type { AwsObject, ClusterState, World } from "../../../api/world/world";
import { CONNECTION } from "../samples";

const NOTHING: ClusterState = { deployments: [], replicaSets: [], pods: [], events: [] };

/** An instance whose records are in memory; its cluster says what a test has it say. */
export class FakeInstance {
  objects: readonly AwsObject[];
  cluster: ClusterState = NOTHING;
  now = new Date("2026-01-01T00:00:00Z");
  private drawn = 0;

  constructor(objects: readonly AwsObject[] = []) {
    this.objects = objects;
  }

  get world(): World {
    return {
      connection: CONNECTION,
      objects: this.objects,
      cluster: this.cluster,
      now: this.now,
      randomHex: (length) => (this.drawn += 1).toString(16).padStart(length, "0"),
    };
  }

  /** Runs an operation, and keeps what it changes. */
  call<Input, Output>(operation: Operation<Input, Output>, input: Input): Output {
    const { output, outputAfter, changes = [] } = operation(input, this.world);
    this.objects = applyChanges(this.objects, changes.filter(isOfRecord));
    return outputAfter?.(this.world) ?? output;
  }
}

import { applyChanges } from "../../../api/store/applyChanges";
import {
  isOfRecord,
  type Change,
  type LogPart,
  type Operation,
} from "../../../api/world/operation";
import type { AwsObject, ClusterState, World } from "../../../api/world/world";
import type { Pod } from "../../../core/ecs/observed/kubernetesObjects";
import { digest } from "../../../core/naming";
import { CONNECTION } from "../samples";

const NOTHING: ClusterState = { deployments: [], replicaSets: [], pods: [], events: [] };

/** An instance whose records are in memory; its cluster says what a test has it say. */
export class FakeInstance {
  objects: readonly AwsObject[];
  cluster: ClusterState = NOTHING;
  isStrict = false;
  now = new Date("2026-01-01T00:00:00Z");
  /** What containers wrote, by `<pod>/<container>`, and `/previous` for the run before. */
  logs: Record<string, string> = {};
  private drawn = 0;

  constructor(objects: readonly AwsObject[] = []) {
    this.objects = objects;
  }

  get world(): World {
    return {
      connection: CONNECTION,
      region: CONNECTION.region,
      objects: this.objects,
      cluster: this.cluster,
      now: this.now,
      isStrict: this.isStrict,
      randomHex: (length) => (this.drawn += 1).toString(16).padStart(length, "0"),
    };
  }

  /** Runs an operation, and keeps what it changes. */
  call<Input, Output>(operation: Operation<Input, Output>, input: Input): Output {
    const { output, outputAfter, reading, changes = [] } = operation(input, this.world);
    this.objects = applyChanges(this.objects, changes.filter(isOfRecord));
    for (const change of changes) this.changePod(change);
    if (reading !== undefined) return reading.output(reading.logs.map((part) => this.textOf(part)));
    return outputAfter?.(this.world) ?? output;
  }

  private textOf({ pod, container, isPrevious, since, lastLines }: LogPart): string {
    const text = this.logs[`${pod}/${container}${isPrevious ? "/previous" : ""}`] ?? "";
    const lines = text
      .split("\n")
      .filter((line) => line !== "" && line >= (since?.toISOString().slice(0, 19) ?? ""));
    return lines.slice(lastLines === undefined ? 0 : -lastLines).join("\n");
  }

  /** A pod is there at once, and has not started; one that is removed goes at once. */
  private changePod(change: Change): void {
    const { pods } = this.cluster;
    if (change.kind === "makePod") {
      const { metadata, spec } = change.manifest;
      const uid = digest(metadata.name, 32);
      const pod = {
        metadata: { ...metadata, uid, creationTimestamp: this.now.toISOString() },
        spec,
        status: { phase: "Pending" },
      } as Pod;
      this.cluster = { ...this.cluster, pods: [...pods, pod] };
    }
    if (change.kind === "removePod") {
      const left = pods.filter(({ metadata }) => metadata.name !== change.name);
      this.cluster = { ...this.cluster, pods: left };
    }
  }
}

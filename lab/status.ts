import { labPaths } from "./paths";
import { labPlan } from "./plan";
import { daemonAnswers } from "./parts/docker/dockerClient";
import { ownDaemon } from "./parts/docker/ownDaemon";
import type { PartState } from "./run/step";

export interface LabPart {
  readonly id: string;
  readonly title: string;
  readonly state: PartState;
  readonly location?: string;
  /** In bytes. */
  readonly size?: number;
}

export interface LabStatus {
  readonly version: 1;
  readonly ready: boolean;
  readonly folder: string;
  readonly daemon: {
    readonly socket: string;
    readonly answers: boolean;
    /** Whether the daemon is one that the lab started. */
    readonly own: boolean;
  };
  readonly parts: readonly LabPart[];
}

/** What is there of the lab. Nothing is changed. */
export async function labStatus(): Promise<LabStatus> {
  const paths = labPaths();
  const answers = await daemonAnswers(paths.dockerSocket);
  const steps = (await labPlan(paths)).filter((step) => !step.transient);
  const parts = await Promise.all(
    steps.map(async ({ id, title, inspect }) => {
      // Without a daemon nobody knows which images it would have.
      const isHidden = id.startsWith("image-") && !answers;
      return { id, title, ...(isHidden ? { state: "unknown" as const } : await inspect()) };
    }),
  );
  return {
    version: 1,
    ready: parts.every((part) => part.state === "ready"),
    folder: paths.root,
    daemon: { socket: paths.dockerSocket, answers, own: ownDaemon(paths) !== undefined },
    parts,
  };
}

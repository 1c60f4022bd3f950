import { FAILED_ANNOTATION, FAILURE_ANNOTATION, FIELD_MANAGER } from "../observed/deploymentId";
import { COMPLETED_ANNOTATION } from "./lastCompletedDeployment";

/* What is asked of kubectl about a service. None of it takes a field from Pulumi's provider. */

const BY = `--field-manager=${FIELD_MANAGER}`;

export function getManaged(name: string): string[] {
  return ["get", "deployment", name, "-o", "json", "--show-managed-fields"];
}

/** Notes a ReplicaSet as the one that was steady last. */
export function noteCompleted(replicaSet: string, at: Date): string[] {
  const note = `${COMPLETED_ANNOTATION}=${at.toISOString()}`;
  return ["annotate", "replicaset", replicaSet, note, "--overwrite", BY];
}

/** Logs have lines of any length, and an annotation that is too long is refused as a whole. */
const LONGEST_NOTE = 4000;

/** Notes a deployment that was given up, and why. */
export function noteFailed(name: string, failed: string, why: string): string[] {
  const notes = [
    `${FAILED_ANNOTATION}=${failed}`,
    `${FAILURE_ANNOTATION}=${why.slice(0, LONGEST_NOTE)}`,
  ];
  return ["annotate", "deployment", name, ...notes, "--overwrite", BY];
}

export function forgetFailed(name: string): string[] {
  return ["annotate", "deployment", name, `${FAILED_ANNOTATION}-`, `${FAILURE_ANNOTATION}-`, BY];
}

/** Says all that a manager has to say of an object, which is read from the standard input. */
export function applyAs(manager: string): string[] {
  return ["apply", "--server-side", "--force-conflicts", `--field-manager=${manager}`, "-f", "-"];
}

/** Stops or continues to bring the tasks of a new deployment about. */
export function setPaused(name: string, paused: boolean): string[] {
  const patch = JSON.stringify({ spec: { paused } });
  return ["patch", "deployment", name, "--type=merge", `--patch=${patch}`, BY];
}

export function scaleTo(
  kind: "deployment" | "replicaset",
  name: string,
  replicas: number,
): string[] {
  const patch = JSON.stringify({ spec: { replicas } });
  return ["patch", kind, name, "--type=merge", `--patch=${patch}`, BY];
}

import type { Terminated } from "../../../../core/ecs/observed/kubernetesObjects";
import type { PodDiagnosis } from "../../../../core/ecs/observed/podDiagnosis";
import { safeText } from "./safeText";

/*
 * AWS's words for what keeps a container from running.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html
 */

const OUT_OF_MEMORY = "OutOfMemoryError: Container killed due to memory usage";

/** By what Kubernetes calls it. */
const CODES: Readonly<Record<string, string>> = {
  ErrImagePull: "CannotPullContainerError",
  ImagePullBackOff: "CannotPullContainerError",
  ErrImageNeverPull: "CannotPullContainerError",
  InvalidImageName: "CannotPullContainerError",
  CreateContainerConfigError: "CannotCreateContainerError",
  CreateContainerError: "CannotCreateContainerError",
  RunContainerError: "CannotStartContainerError",
  StartError: "CannotStartContainerError",
  ContainerCannotRun: "CannotStartContainerError",
};

/** Why a task cannot start: AWS's code where it has one, and KECS's words. */
export function failureText(diagnosis: PodDiagnosis): string {
  const [word = ""] = (diagnosis.reason ?? "").split(",");
  const code = CODES[word];
  const text = safeText(diagnosis);
  return code === undefined ? text : `${code}: ${text}`;
}

/** What AWS says of the end of a container beside its exit code. */
export function endText({ reason }: Terminated): string | undefined {
  return reason === "OOMKilled" ? OUT_OF_MEMORY : undefined;
}

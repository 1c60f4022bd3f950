import { FIELD_MANAGER } from "../observed/deploymentId";
import { STOP_ANNOTATION, type TaskStopNote } from "../observed/taskStop";
import { OWNER_LABEL } from "../../records/manifest";

/* What is asked of kubectl about tasks that run once. None of it takes a field from Pulumi's provider. */

/** The pods that programs made. */
export function getTaskPods(): string[] {
  const selector = `${OWNER_LABEL}=pulumi,app.kubernetes.io/component=task`;
  return ["get", "pods", "-l", selector, "-o", "json"];
}

/** Ends the containers of a pod, which stays, and notes why. */
export function stopPod(name: string, why: TaskStopNote): string[] {
  const patch = {
    metadata: { annotations: { [STOP_ANNOTATION]: JSON.stringify(why) } },
    spec: { activeDeadlineSeconds: 1 },
  };
  const by = `--field-manager=${FIELD_MANAGER}`;
  return ["patch", "pod", name, "--type=merge", `--patch=${JSON.stringify(patch)}`, by];
}

/** Removes a pod; its containers end as ECS ends them. */
export function removePod(name: string): string[] {
  return ["delete", "pod", name, "--wait=false", "--ignore-not-found"];
}

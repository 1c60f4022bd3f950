import { parts, type FieldRow } from "../../../support/fieldTable";

const C = "containerDefinitions[]";

/** What a container runs, when, and until when. */
export const CONTAINER_START_FIELDS: readonly FieldRow[] = [
  {
    path: `${C}.essential`,
    kind: "boolean",
    treatment: "emulated",
    here: "a service's container that ends is restarted in its task, essential or not, and the task is not ready until it runs",
  },
  {
    path: `${C}.entryPoint`,
    kind: "texts",
    treatment: "supported",
    here: "replaces the image's ENTRYPOINT",
  },
  {
    path: `${C}.command`,
    kind: "texts",
    treatment: "supported",
    here: "replaces the image's CMD",
  },
  { path: `${C}.workingDirectory`, kind: "text", treatment: "supported", here: "as on ECS" },
  {
    path: `${C}.user`,
    kind: "text",
    treatment: "supported",
    here: "`uid` or `uid:gid`, and `root`; other names are rejected",
  },
  {
    path: `${C}.healthCheck`,
    kind: "object",
    treatment: "emulated",
    here: "Kubernetes probes; an unhealthy essential container is restarted in its task",
  },
  {
    path: `${C}.healthCheck.command`,
    kind: "texts",
    required: true,
    treatment: "supported",
    here: "`CMD`, `CMD-SHELL` and `NONE`; without one of them KECS runs it as with `CMD`, with a warning",
  },
  {
    path: `${C}.healthCheck.interval`,
    kind: "number",
    treatment: "supported",
    here: "5 to 300 seconds; every second until the first success",
  },
  {
    path: `${C}.healthCheck.timeout`,
    kind: "number",
    treatment: "supported",
    here: "2 to 60 seconds",
  },
  { path: `${C}.healthCheck.retries`, kind: "number", treatment: "supported", here: "1 to 10" },
  {
    path: `${C}.healthCheck.startPeriod`,
    kind: "number",
    treatment: "supported",
    here: "0 to 300 seconds",
  },
  {
    path: `${C}.dependsOn`,
    kind: "objects",
    treatment: "emulated",
    here: "containers that others wait for start first, one after the other",
  },
  {
    path: `${C}.dependsOn[].containerName`,
    kind: "text",
    required: true,
    treatment: "supported",
    here: "as on ECS",
  },
  {
    path: `${C}.dependsOn[].condition`,
    kind: "text",
    required: true,
    treatment: "supported",
    here: "START, HEALTHY and SUCCESS as on ECS",
    only: { text: "all but COMPLETE", applies: (value) => value !== "COMPLETE" },
  },
  {
    path: `${C}.dependsOn[].condition`,
    kind: "text",
    required: true,
    treatment: "ignored",
    here: "the other container has to end with exit code 0; until then it is restarted",
    only: { text: "COMPLETE", applies: (value) => value === "COMPLETE" },
  },
  {
    path: `${C}.stopTimeout`,
    kind: "number",
    treatment: "emulated",
    here: "the longest stopTimeout in a task applies to all of its containers",
  },
  {
    path: `${C}.startTimeout`,
    kind: "number",
    treatment: "ignored",
    here: "a container that is not HEALTHY by then is restarted; one that has not ended by then counts as failed",
  },
  {
    path: `${C}.restartPolicy`,
    kind: "object",
    treatment: "ignored",
    here: "a service's container that ends is restarted, after growing delays",
  },
  ...parts(
    `${C}.restartPolicy`,
    "ignored",
    "enabled:boolean!",
    "ignoredExitCodes:numbers",
    "restartAttemptPeriod:number",
  ),
];

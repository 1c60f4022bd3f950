import { parts, type FieldRow } from "../../../support/fieldTable";

const C = "containerDefinitions[]";

/** What a container runs, when, and until when. */
export const CONTAINER_START_FIELDS: readonly FieldRow[] = [
  {
    path: `${C}.essential`,
    kind: "boolean",
    treatment: "emulated",
    here: "a service's container that ends is started again in its place, essential or not, and its task is not ready until it runs",
  },
  {
    path: `${C}.entryPoint`,
    kind: "texts",
    treatment: "supported",
    here: "in the place of the image's ENTRYPOINT",
  },
  {
    path: `${C}.command`,
    kind: "texts",
    treatment: "supported",
    here: "in the place of the image's CMD",
  },
  { path: `${C}.workingDirectory`, kind: "text", treatment: "supported", here: "as on ECS" },
  {
    path: `${C}.user`,
    kind: "text",
    treatment: "supported",
    here: "`uid` or `uid:gid`, and `root`; other names are refused",
  },
  {
    path: `${C}.healthCheck`,
    kind: "object",
    treatment: "emulated",
    here: "Kubernetes' probes; an unhealthy essential container is started again in its place",
  },
  {
    path: `${C}.healthCheck.command`,
    kind: "texts",
    required: true,
    treatment: "supported",
    here: "`CMD`, `CMD-SHELL` and `NONE`; without one of them it is run as with `CMD`, and told",
  },
  {
    path: `${C}.healthCheck.interval`,
    kind: "number",
    treatment: "supported",
    here: "5 to 300 seconds; each second until the first success",
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
    here: "the awaited container has to end with 0; until then it is run again",
    only: { text: "COMPLETE", applies: (value) => value === "COMPLETE" },
  },
  {
    path: `${C}.stopTimeout`,
    kind: "number",
    treatment: "emulated",
    here: "the longest of a task's containers counts for all of them",
  },
  {
    path: `${C}.startTimeout`,
    kind: "number",
    treatment: "ignored",
    here: "one that is not HEALTHY by then is started again; one that has not ended counts as failed",
  },
  {
    path: `${C}.restartPolicy`,
    kind: "object",
    treatment: "ignored",
    here: "a service's container that ends is started again, at growing intervals",
  },
  ...parts(
    `${C}.restartPolicy`,
    "ignored",
    "enabled:boolean!",
    "ignoredExitCodes:numbers",
    "restartAttemptPeriod:number",
  ),
];

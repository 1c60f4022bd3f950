import { byValue, emulated, ignored, supported, type SpecsOf } from "../../../support/fieldSpec";
import type { ContainerValues } from "../values/container";

/** What a container runs, when, and until when. */
export const CONTAINER_START_FIELDS = {
  essential: emulated(
    "boolean",
    "a service's container that ends is restarted in its task, essential or not, and the task is not ready until it runs",
  ),
  entryPoint: supported("texts", "replaces the image's ENTRYPOINT"),
  command: supported("texts", "replaces the image's CMD"),
  workingDirectory: supported("text", "as on ECS"),
  user: supported("text", "`uid` or `uid:gid`, and `root`; other names are rejected"),
  healthCheck: emulated(
    "object",
    "Kubernetes probes; an unhealthy essential container is restarted in its task",
    {
      fields: {
        command: supported(
          "texts!",
          "`CMD`, `CMD-SHELL` and `NONE`; without one of them KECS runs it as with `CMD`, with a warning",
        ),
        interval: supported("number", "5 to 300 seconds; every second until the first success"),
        timeout: supported("number", "2 to 60 seconds"),
        retries: supported("number", "1 to 10"),
        startPeriod: supported("number", "0 to 300 seconds"),
      },
    },
  ),
  dependsOn: emulated(
    "objects",
    "containers that others wait for start first, one after the other",
    {
      fields: {
        containerName: supported("text!", "as on ECS"),
        condition: byValue(
          "text!",
          {
            treatment: "supported",
            here: "START, HEALTHY and SUCCESS as on ECS",
            only: { text: "all but COMPLETE", applies: (value) => value !== "COMPLETE" },
          },
          {
            treatment: "ignored",
            here: "the other container has to end with exit code 0; until then it is restarted",
            only: { text: "COMPLETE", applies: (value) => value === "COMPLETE" },
          },
        ),
      },
    },
  ),
  stopTimeout: emulated(
    "number",
    "the longest stopTimeout in a task applies to all of its containers",
  ),
  startTimeout: ignored(
    "number",
    "a container that is not HEALTHY by then is restarted; one that has not ended by then counts as failed",
  ),
  restartPolicy: ignored(
    "object",
    "a service's container that ends is restarted, after growing delays",
    {
      fields: { enabled: "boolean!", ignoredExitCodes: "numbers", restartAttemptPeriod: "number" },
    },
  ),
} as const satisfies Partial<SpecsOf<ContainerValues>>;

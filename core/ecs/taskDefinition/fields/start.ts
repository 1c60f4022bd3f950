import { byValue, emulated, ignored, supported, type SpecsOf } from "../../../support/fieldSpec";
import type { ContainerValues } from "../values/container";

/** What a container runs, when, and until when. */
export const CONTAINER_START_FIELDS = {
  essential: emulated(
    "boolean",
    "a service's container that ends is started again in its place, essential or not, and its task is not ready until it runs",
  ),
  entryPoint: supported("texts", "in the place of the image's ENTRYPOINT"),
  command: supported("texts", "in the place of the image's CMD"),
  workingDirectory: supported("text", "as on ECS"),
  user: supported("text", "`uid` or `uid:gid`, and `root`; other names are refused"),
  healthCheck: emulated(
    "object",
    "Kubernetes' probes; an unhealthy essential container is started again in its place",
    {
      fields: {
        command: supported(
          "texts!",
          "`CMD`, `CMD-SHELL` and `NONE`; without one of them it is run as with `CMD`, and told",
        ),
        interval: supported("number", "5 to 300 seconds; each second until the first success"),
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
            here: "the awaited container has to end with 0; until then it is run again",
            only: { text: "COMPLETE", applies: (value) => value === "COMPLETE" },
          },
        ),
      },
    },
  ),
  stopTimeout: emulated("number", "the longest of a task's containers counts for all of them"),
  startTimeout: ignored(
    "number",
    "one that is not HEALTHY by then is started again; one that has not ended counts as failed",
  ),
  restartPolicy: ignored(
    "object",
    "a service's container that ends is started again, at growing intervals",
    {
      fields: { enabled: "boolean!", ignoredExitCodes: "numbers", restartAttemptPeriod: "number" },
    },
  ),
} as const satisfies Partial<SpecsOf<ContainerValues>>;

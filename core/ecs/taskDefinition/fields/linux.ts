import { holding, ignored, refused, supported, type SpecsOf } from "../../../support/fieldSpec";
import type { ContainerValues } from "../values/container";

/** How containers share a GPU. */
export const SHARING_STRATEGY = holding("object", {
  nvidiaMps: holding("object", { memory: "number", maxComputePercent: "number" }),
});

/** What a container may do, and has, of kernel and machine. */
export const CONTAINER_LINUX_FIELDS = {
  readonlyRootFilesystem: supported("boolean", "as on ECS"),
  privileged: supported("boolean", "as on ECS; the node is a container on your machine"),
  linuxParameters: supported("object", "see its fields", {
    fields: {
      capabilities: supported("object", "added to, or removed from, the default capabilities", {
        fields: { add: "texts", drop: "texts" },
      }),
      initProcessEnabled: ignored(
        "boolean",
        "no init process is added; with `pidMode: task` there is one",
      ),
      tmpfs: supported("objects", "folders in memory", {
        fields: {
          containerPath: "text!",
          size: "number!",
          mountOptions: ignored("texts", "the folder is mounted with the node's options"),
        },
      }),
      sharedMemorySize: supported("number", "the size of /dev/shm"),
      devices: refused(
        "objects",
        "containers do not get devices of the machine",
        "leave them out, or make the container privileged",
        { fields: { hostPath: "text!", containerPath: "text", permissions: "texts" } },
      ),
      maxSwap: ignored("number", "the node decides how swap is used"),
      swappiness: ignored("number", "the node decides how swap is used"),
    },
  }),
  ulimits: ignored("objects", "the node's limits apply", {
    fields: { name: "text!", softLimit: "number!", hardLimit: "number!" },
  }),
  systemControls: ignored("objects", "the node's kernel settings apply", {
    fields: { namespace: "text", value: "text" },
  }),
  interactive: supported("boolean", "as on ECS"),
  pseudoTerminal: supported("boolean", "as on ECS"),
  resourceRequirements: refused(
    "objects",
    "there are no GPUs and no inference accelerators here",
    "leave them out locally",
    { fields: { type: "text!", value: "text", sharingStrategy: SHARING_STRATEGY } },
  ),
  credentialSpecs: refused("texts", "there is no Active Directory here", "leave them out locally"),
  dockerSecurityOptions: ignored("texts", "the node's SELinux and AppArmor settings apply"),
} as const satisfies Partial<SpecsOf<ContainerValues>>;

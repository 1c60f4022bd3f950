import { parts, type FieldRow } from "../../../support/fieldTable";

const C = "containerDefinitions[]";
const L = `${C}.linuxParameters`;

/** What a container may do, and has, of kernel and machine. */
export const CONTAINER_LINUX_FIELDS: readonly FieldRow[] = [
  {
    path: `${C}.readonlyRootFilesystem`,
    kind: "boolean",
    treatment: "supported",
    here: "as on ECS",
  },
  {
    path: `${C}.privileged`,
    kind: "boolean",
    treatment: "supported",
    here: "as on ECS; the node is a container on your machine",
  },
  { path: L, kind: "object", treatment: "supported", here: "see its fields" },
  {
    path: `${L}.capabilities`,
    kind: "object",
    treatment: "supported",
    here: "added to, or removed from, the default capabilities",
  },
  ...parts(`${L}.capabilities`, "supported", "add:texts", "drop:texts"),
  {
    path: `${L}.initProcessEnabled`,
    kind: "boolean",
    treatment: "ignored",
    here: "no init process is added; with `pidMode: task` there is one",
  },
  { path: `${L}.tmpfs`, kind: "objects", treatment: "supported", here: "folders in memory" },
  ...parts(`${L}.tmpfs[]`, "supported", "containerPath:text!", "size:number!"),
  {
    path: `${L}.tmpfs[].mountOptions`,
    kind: "texts",
    treatment: "ignored",
    here: "the folder is mounted with the node's options",
  },
  {
    path: `${L}.sharedMemorySize`,
    kind: "number",
    treatment: "supported",
    here: "the size of /dev/shm",
  },
  {
    path: `${L}.devices`,
    kind: "objects",
    treatment: "rejected",
    here: "containers do not get devices of the machine",
    instead: "leave them out, or make the container privileged",
  },
  ...parts(
    `${L}.devices[]`,
    "rejected",
    "hostPath:text!",
    "containerPath:text",
    "permissions:texts",
  ),
  {
    path: `${L}.maxSwap`,
    kind: "number",
    treatment: "ignored",
    here: "the node decides how swap is used",
  },
  {
    path: `${L}.swappiness`,
    kind: "number",
    treatment: "ignored",
    here: "the node decides how swap is used",
  },
  {
    path: `${C}.ulimits`,
    kind: "objects",
    treatment: "ignored",
    here: "the node's limits apply",
  },
  ...parts(`${C}.ulimits[]`, "ignored", "name:text!", "softLimit:number!", "hardLimit:number!"),
  {
    path: `${C}.systemControls`,
    kind: "objects",
    treatment: "ignored",
    here: "the node's kernel settings apply",
  },
  ...parts(`${C}.systemControls[]`, "ignored", "namespace:text", "value:text"),
  { path: `${C}.interactive`, kind: "boolean", treatment: "supported", here: "as on ECS" },
  { path: `${C}.pseudoTerminal`, kind: "boolean", treatment: "supported", here: "as on ECS" },
  {
    path: `${C}.resourceRequirements`,
    kind: "objects",
    treatment: "rejected",
    here: "there are no GPUs and no inference accelerators here",
    instead: "leave them out locally",
  },
  ...parts(`${C}.resourceRequirements[]`, "rejected", "type:text!", "value:text!"),
  {
    path: `${C}.credentialSpecs`,
    kind: "texts",
    treatment: "rejected",
    here: "there is no Active Directory here",
    instead: "leave them out locally",
  },
  {
    path: `${C}.dockerSecurityOptions`,
    kind: "texts",
    treatment: "ignored",
    here: "the node's SELinux and AppArmor settings apply",
  },
];

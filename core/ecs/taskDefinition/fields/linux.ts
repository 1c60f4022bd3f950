import { parts, type FieldRow } from "../../../support/fieldTable";

const C = "containerDefinitions[]";
const L = `${C}.linuxParameters`;

/** What a container may do, and has, of kernel and machine. */
export const CONTAINER_LINUX_FIELDS: readonly FieldRow[] = [
  {
    path: `${C}.readonlyRootFilesystem`,
    kind: "boolean",
    treatment: "honoured",
    here: "as on ECS",
  },
  {
    path: `${C}.privileged`,
    kind: "boolean",
    treatment: "honoured",
    here: "as on ECS; the node is a container of your machine",
  },
  { path: L, kind: "object", treatment: "honoured", here: "field by field" },
  {
    path: `${L}.capabilities`,
    kind: "object",
    treatment: "honoured",
    here: "added to, or taken from, the default ones",
  },
  ...parts(`${L}.capabilities`, "honoured", "add:texts", "drop:texts"),
  {
    path: `${L}.initProcessEnabled`,
    kind: "boolean",
    treatment: "warned",
    here: "no init process is put in front; with `pidMode: task` there is one",
  },
  { path: `${L}.tmpfs`, kind: "objects", treatment: "honoured", here: "folders in memory" },
  ...parts(`${L}.tmpfs[]`, "honoured", "containerPath:text!", "size:number!"),
  {
    path: `${L}.tmpfs[].mountOptions`,
    kind: "texts",
    treatment: "warned",
    here: "the folder is mounted with the node's options",
  },
  {
    path: `${L}.sharedMemorySize`,
    kind: "number",
    treatment: "honoured",
    here: "the size of /dev/shm",
  },
  {
    path: `${L}.devices`,
    kind: "objects",
    treatment: "refused",
    here: "a container gets no devices of the machine",
    instead: "leave them out, or make the container privileged",
  },
  ...parts(
    `${L}.devices[]`,
    "refused",
    "hostPath:text!",
    "containerPath:text",
    "permissions:texts",
  ),
  {
    path: `${L}.maxSwap`,
    kind: "number",
    treatment: "warned",
    here: "the node decides about swap",
  },
  {
    path: `${L}.swappiness`,
    kind: "number",
    treatment: "warned",
    here: "the node decides about swap",
  },
  {
    path: `${C}.ulimits`,
    kind: "objects",
    treatment: "warned",
    here: "the limits are the node's",
  },
  ...parts(`${C}.ulimits[]`, "warned", "name:text!", "softLimit:number!", "hardLimit:number!"),
  {
    path: `${C}.systemControls`,
    kind: "objects",
    treatment: "warned",
    here: "kernel settings are the node's",
  },
  ...parts(`${C}.systemControls[]`, "warned", "namespace:text", "value:text"),
  { path: `${C}.interactive`, kind: "boolean", treatment: "honoured", here: "as on ECS" },
  { path: `${C}.pseudoTerminal`, kind: "boolean", treatment: "honoured", here: "as on ECS" },
  {
    path: `${C}.resourceRequirements`,
    kind: "objects",
    treatment: "refused",
    here: "there are no GPUs and no inference accelerators here",
    instead: "leave them out locally",
  },
  ...parts(`${C}.resourceRequirements[]`, "refused", "type:text!", "value:text!"),
  {
    path: `${C}.credentialSpecs`,
    kind: "texts",
    treatment: "refused",
    here: "there is no Active Directory here",
    instead: "leave them out locally",
  },
  {
    path: `${C}.dockerSecurityOptions`,
    kind: "texts",
    treatment: "warned",
    here: "SELinux and AppArmor are the node's",
  },
];

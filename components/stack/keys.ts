import { RANGE_VARIABLES } from "../../core/ports/range";
import { IMAGE_VARIABLES } from "../../cluster/machine/settings";

/** The project's namespace of configuration keys, `kecs:<key>`. */
export const NAMESPACE = "kecs";

/** The settings of a stack of this project, and how each text is read. */
export const KEYS = {
  instance: "text",
  httpPort: "port",
  httpsPort: "port",
  portRangeStart: "number",
  portRangeEnd: "number",
  bindAddress: "text",
  agents: "number",
  hostPaths: "texts",
  k3sImage: "text",
  traefikImage: "text",
  region: "text",
  accountId: "text",
  takeOver: "text",
  apiPort: "port",
  sample: "boolean",
  sampleImage: "text",
  sampleListeners: "ports",
} as const;

export type Key = keyof typeof KEYS;

/** Variables that set a key for one run; they win over the stack's file. */
export const VARIABLES: Readonly<Partial<Record<Key, string>>> = {
  ...RANGE_VARIABLES,
  ...IMAGE_VARIABLES,
  apiPort: "KECS_API_PORT",
  sampleImage: "KECS_SAMPLE_IMAGE",
};

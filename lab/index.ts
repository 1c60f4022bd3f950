import { environmentOf, type LabEnvironment } from "./environment";
import { ownPlugins } from "./parts/plugins";
import { labPaths } from "./paths";

export { labDown } from "./down";
export type { LabEnvironment } from "./environment";
export { LabFailed, LabUnsupported } from "./failures";
export { pluginsId } from "./parts/plugins";
export { labStatus, type LabPart, type LabStatus } from "./status";
export { labSupported } from "./support";
export { labUp, type LabUpOptions } from "./up";

/** The environment in which the lab's programs and images are used, whether it is up or not. */
export function labEnvironment(): LabEnvironment {
  const paths = labPaths();
  return environmentOf(paths, ownPlugins(paths).folder, process.env["PATH"] ?? "");
}

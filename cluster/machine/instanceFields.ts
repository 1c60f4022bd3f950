import { argumentFields } from "../../core/support/argumentFields";
import type { InstanceArgs } from "./settings";

/** Every field of a KecsInstance. */
export const INSTANCE_FIELDS = argumentFields<InstanceArgs>(
  "an instance",
  { code: "KECS1013" },
  {
    instanceName: "text!",
    httpPort: "number",
    httpsPort: "number",
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
  },
);

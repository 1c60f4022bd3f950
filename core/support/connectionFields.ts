import type { Connection } from "../connection";
import { type SpecsOf } from "./fieldSpec";

const FIELDS: SpecsOf<Connection> = {
  instance: "text!",
  cluster: "text!",
  context: "text!",
  bindAddress: "text!",
  httpPort: "number!",
  httpsPort: "number!",
  rangeStart: "number!",
  rangeEnd: "number!",
  region: "text!",
  accountId: "text!",
  traefikImage: "text",
  hostPaths: "texts",
  checksTargets: "boolean",
};

/** The `connection` of a component; one of a later KECS may have more fields. */
export const CONNECTION_FIELD = { kind: "object!", open: true, fields: FIELDS } as const;

import type { Operations } from "../../world/operation";
import { getCallerIdentity } from "./getCallerIdentity";

/** The operation of AWS Security Token Service by which clients find out who they are. */
export const operations: Operations = { GetCallerIdentity: getCallerIdentity };

import { isObject } from "../../../core/support/fieldWalk";
import { tooLate } from "../../base/tooLate";
import { plainOutermost } from "../../inputs/inputs";

/** What a service does in Service Connect: nothing, reach others, or be reached as well. */
export type ConnectRole = "none" | "client" | "server";

const CONTENT = "what is in it may be an output";

/**
 * The role decides which resources there are, and so has to be known before anything resolves:
 * `enabled` and the list of `services` are plain values, whatever else is an Output.
 *
 * @throws KecsError KECS1008 where they are not
 */
export function connectRole(given: unknown, path: string): ConnectRole {
  if (given === undefined || given === null) return "none";
  const configuration = plainOutermost(given);
  if (configuration === undefined) return tooLate(path, `write it as a plain value; ${CONTENT}`);
  if (!isObject(configuration)) return "none";
  const enabled = plainOutermost(configuration["enabled"]);
  if (enabled === undefined && configuration["enabled"] !== undefined) {
    return tooLate(`${path}.enabled`, "write it as a plain value");
  }
  if (enabled !== true) return "none";
  const list = plainOutermost(configuration["services"]);
  if (list === undefined && configuration["services"] !== undefined) {
    return tooLate(`${path}.services`, `write the list as a plain value; ${CONTENT}`);
  }
  return Array.isArray(list) && list.length > 0 ? "server" : "client";
}

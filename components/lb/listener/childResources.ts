import { plainOutermost } from "../../inputs/inputs";
import { tooLate } from "../../base/tooLate";
import type { ListenerArgs } from "./args";
import { isProtocol, protocolOf } from "../../../core/lb/listener/validate";

/** Which objects an action has beside its route. */
export interface ActionResources {
  /** A Middleware that answers in the place of a target. */
  readonly needsMiddleware: boolean;
  /** A TraefikService that divides requests between target groups. */
  readonly isWeighted: boolean;
}

const AUTHENTICATION = /^(authenticate-|jwt-validation$)/;

/**
 * What kind of action comes out of a list of actions. It decides which resources there are, and
 * so has to be known before anything resolves: the lists and the types in them are plain values,
 * whatever else is an Output.
 *
 * @throws KecsError KECS1008 where they are not
 */
export function actionResources(actions: unknown, path: string): ActionResources {
  const list = plainOutermost(actions);
  if (!Array.isArray(list)) return tooLate(path, LISTS);
  const all = list.map((item) => plainOutermost(item) as Record<string, unknown> | undefined);
  const types = all.map((action) => plainOutermost(action?.["type"]));
  const at = types.findIndex((type) => typeof type !== "string" || !AUTHENTICATION.test(type));
  if (at === -1) return { needsMiddleware: false, isWeighted: false };
  const type = types[at];
  if (typeof type !== "string") return tooLate(`${path}[${at}].type`, LISTS);
  if (type !== "forward") return { needsMiddleware: true, isWeighted: false };
  const given = all[at]?.["forward"];
  const forward = plainOutermost(given) as Record<string, unknown> | undefined;
  if (forward === undefined && given !== undefined) return tooLate(`${path}[${at}].forward`, LISTS);
  const groups = plainOutermost(forward?.["targetGroups"]);
  if (forward !== undefined && !Array.isArray(groups)) {
    return tooLate(`${path}[${at}].forward.targetGroups`, LISTS);
  }
  return { needsMiddleware: false, isWeighted: Array.isArray(groups) && groups.length > 1 };
}

const LISTS = "write the list and its types as plain values; what is in them may be an output";

/**
 * The protocol of a listener, on which its resources depend as well.
 *
 * @throws KecsError KECS1008 where it is not a plain value
 */
export function protocolStructure(args: ListenerArgs, path: string): "HTTP" | "HTTPS" {
  const protocol = plainOutermost(args.protocol);
  const port = plainOutermost(args.port);
  if (protocol === undefined && args.protocol !== undefined) {
    return tooLate(`${path}.protocol`, "write it as a plain value");
  }
  if (typeof protocol === "string" && isProtocol(protocol)) return protocol;
  if (port === undefined) {
    return tooLate(`${path}.port`, "write the protocol, or the port as a plain value");
  }
  return protocolOf({ port: Number(port) });
}

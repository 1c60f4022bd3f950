import { isObject } from "../../../core/support/fieldWalk";
import { tooLate } from "../../base/tooLate";
import { plainOutermost } from "../../inputs/inputs";

const CONTENT = "what is in it may be an output";

/**
 * What tells the services of a configuration of Service Connect apart in the names of their resources:
 * the alias where it is plain, else the place in the list; none where it is not enabled, or only
 * reaches others. This decides which resources there are, and so has to be known before anything
 * resolves: `enabled` and the list of `services` are plain values, whatever else is an Output.
 *
 * @throws KecsError KECS1008 where they are not
 */
export function connectKeys(given: unknown, path: string): string[] {
  if (given === undefined || given === null) return [];
  const configuration = plainOutermost(given);
  if (configuration === undefined) return tooLate(path, `write it as a plain value; ${CONTENT}`);
  if (!isObject(configuration)) return [];
  const enabled = plainOutermost(configuration["enabled"]);
  if (enabled === undefined && configuration["enabled"] !== undefined) {
    return tooLate(`${path}.enabled`, "write it as a plain value");
  }
  if (enabled !== true) return [];
  const list = plainOutermost(configuration["services"]);
  if (list === undefined && configuration["services"] !== undefined) {
    return tooLate(`${path}.services`, `write the list as a plain value; ${CONTENT}`);
  }
  return Array.isArray(list) ? distinct(list.map(aliasOf)) : [];
}

/** The name under which clients reach a service, as far as it is written down. */
function aliasOf(service: unknown): string | undefined {
  const aliases = plainField(service, "clientAlias");
  const given =
    plainField(Array.isArray(aliases) ? aliases[0] : undefined, "dnsName") ??
    plainField(service, "discoveryName") ??
    plainField(service, "portName");
  return typeof given === "string" ? given : undefined;
}

/** A field's value; undefined where it is only known later. */
function plainField(of: unknown, field: string): unknown {
  const whole = plainOutermost(of);
  return isObject(whole) ? plainOutermost(whole[field]) : undefined;
}

/** Keys for names, of which some are not known and others are there twice. */
function distinct(names: readonly (string | undefined)[]): string[] {
  return names.map((name, i) =>
    // No alias has a colon.
    name === undefined || names.indexOf(name) !== i ? `${name ?? ""}:${i}` : name,
  );
}

/**
 * Pulumi's property values as they travel: JSON, in which a secret is an object with a
 * signature and an unknown value is a well-known string. Kept in this form, anything a
 * stand-in does not look at (assets, for example) passes through unharmed.
 */
export type PropertyValue =
  null | boolean | number | string | PropertyValue[] | { [key: string]: PropertyValue };
export type PropertyMap = Record<string, PropertyValue>;

const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
const outputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

/** What stands for a value that a preview cannot know. */
export const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export function isMap(value: unknown): value is PropertyMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isSecret(value: PropertyValue | undefined): value is PropertyMap {
  return isMap(value) && value[signatureKey] === secretSignature;
}

export function secret(value: PropertyValue): PropertyValue {
  return isSecret(value) ? value : { [signatureKey]: secretSignature, value };
}

export function isUnknown(value: PropertyValue | undefined): boolean {
  if (isSecret(value)) return isUnknown(value["value"]);
  if (isMap(value) && value[signatureKey] === outputSignature) return !("value" in value);
  return value === unknownValue;
}

/** An asset, an archive or a reference to a resource: an object that is not plain data. */
export function isSpecial(value: PropertyValue | undefined): boolean {
  return isMap(value) && signatureKey in value && !isSecret(value);
}

function some(
  value: PropertyValue | undefined,
  test: (value: PropertyValue | undefined) => boolean,
): boolean {
  if (test(value)) return true;
  if (Array.isArray(value)) return value.some((item) => some(item, test));
  return isMap(value) && Object.values(value).some((item) => some(item, test));
}

export function containsUnknown(value: PropertyValue | undefined): boolean {
  return some(value, isUnknown);
}

export function containsSecret(value: PropertyValue | undefined): boolean {
  return some(value, isSecret);
}

/** The same value without its marks of secrecy, at every depth. */
export function reveal(value: PropertyValue): PropertyValue {
  if (isSecret(value)) return reveal(value["value"] ?? null);
  if (Array.isArray(value)) return value.map(reveal);
  if (!isMap(value)) return value;
  return revealMap(value);
}

export function revealMap(map: PropertyMap): PropertyMap {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, reveal(value)]));
}

export function deepEqual(a: PropertyValue | undefined, b: PropertyValue | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return (
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => deepEqual(item, b[index]))
    );
  }
  if (!isMap(a) || !isMap(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => deepEqual(a[key] ?? null, b[key] ?? null));
}

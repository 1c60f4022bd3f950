import Ajv, { type ValidateFunction } from "ajv";
import { definitions } from "../../cluster/traefik/assets";

type Schema = Record<string, unknown>;

interface Version {
  readonly name: string;
  readonly schema: { readonly openAPIV3Schema: Schema };
}
interface Spec {
  readonly names: { readonly kind: string };
  readonly group: string;
  readonly versions: readonly Version[];
}

const ajv = new Ajv({ strict: false, allErrors: true, formats: { int64: true, int32: true } });
const validators = new Map<string, ValidateFunction>();

for (const { spec } of definitions().values()) {
  const { names, group, versions } = spec as unknown as Spec;
  for (const { name, schema } of versions) {
    const root = jsonSchema(schema.openAPIV3Schema);
    // The API server itself checks metadata, which the definition only calls an object.
    const properties = { ...(root["properties"] as Schema), metadata: { type: "object" } };
    validators.set(`${group}/${name} ${names.kind}`, ajv.compile({ ...root, properties }));
  }
}

/**
 * What the API server would have against an object of Traefik's kinds, by the vendored definition.
 * A field that the definition does not name is an error too; the API server would drop it.
 */
export function crdErrors(object: {
  readonly apiVersion: string;
  readonly kind: string;
}): string[] {
  const validate = validators.get(`${object.apiVersion} ${object.kind}`);
  if (validate === undefined) return [`no definition of ${object.apiVersion} ${object.kind}`];
  validate(object);
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${instancePath} ${message ?? ""} ${JSON.stringify(params)}`,
  );
}

/** A structural schema of Kubernetes as plain JSON Schema that knows no other fields. */
function jsonSchema(schema: Schema): Schema {
  if (schema["x-kubernetes-int-or-string"] === true) return { type: ["integer", "string"] };
  const made: Schema = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key.startsWith("x-kubernetes-") || key === "description" || key === "default") continue;
    if (key === "properties") {
      made[key] = Object.fromEntries(
        Object.entries(value as Record<string, Schema>).map(([name, of]) => [name, jsonSchema(of)]),
      );
    } else if (key === "items" || (key === "additionalProperties" && typeof value === "object")) {
      made[key] = jsonSchema(value as Schema);
    } else if (key !== "nullable") {
      made[key] = value;
    }
  }
  const open =
    schema["x-kubernetes-preserve-unknown-fields"] === true || "additionalProperties" in schema;
  if (schema["type"] === "object" && !open && "properties" in schema) {
    made["additionalProperties"] = false;
  }
  if (schema["nullable"] === true) made["type"] = [schema["type"], "null"];
  return made;
}

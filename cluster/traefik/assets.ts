import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseJson } from "../../core/validate/parseJson";

/** Version of Traefik whose definitions are vendored here; the default image has the same. */
export const TRAEFIK_VERSION = "v3.7.13";

/** A CustomResourceDefinition as its file says; JSON, since YAML takes a third of a second to read. */
export interface Definition {
  readonly metadata: { readonly name: string; readonly annotations?: Record<string, string> };
  readonly spec: Readonly<Record<string, unknown>>;
}

let read: ReadonlyMap<string, Definition> | undefined;

/** Traefik's definitions by the plural of their kind, such as `ingressroutes`; read once. */
export function definitions(): ReadonlyMap<string, Definition> {
  read ??= readDefinitions();
  return read;
}

function readDefinitions(): ReadonlyMap<string, Definition> {
  const folder = join(__dirname, "crds");
  const files = readdirSync(folder).filter((file) => file.endsWith(".crd.json"));
  return new Map(
    files
      .sort()
      .map((file) => [
        file.replace(/\.crd\.json$/, ""),
        withoutTexts(parseJson(readFileSync(join(folder, file), "utf8"), file)) as Definition,
      ]),
  );
}

/**
 * A definition without the descriptions of its fields: three quarters of it, which would be in a stack's
 * state several times over, and in each update.
 */
function withoutTexts(of: unknown, areFields = false): unknown {
  if (Array.isArray(of)) return of.map((item) => withoutTexts(item));
  if (typeof of !== "object" || of === null) return of;
  return Object.fromEntries(
    Object.entries(of)
      .filter(([key, value]) => areFields || key !== "description" || typeof value !== "string")
      .map(([key, value]) => [key, withoutTexts(value, key === "properties" && !areFields)]),
  );
}

/** The plugin's files by their names: manifest, module and sources. */
export function pluginFiles(): Record<string, string> {
  const folder = join(__dirname, "plugin");
  return Object.fromEntries(
    readdirSync(folder)
      .filter((file) => /\.(go|mod|yml)$/.test(file))
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
}

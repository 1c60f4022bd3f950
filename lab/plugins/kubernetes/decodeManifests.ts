import { isMap, reveal } from "../shared/properties";
import type { PropertyMap } from "../shared/properties";

import { isNamespaced } from "./checkObject";
import { apiVersionOf, kindOf, namespaceOf, textAt, withAt } from "./kubeObject";
import type { Session } from "./session";

/** The objects in a text of YAML documents: what `yaml.ConfigFile` and `ConfigGroup` ask for. */
export async function decodeManifests(session: Session, args: PropertyMap): Promise<PropertyMap[]> {
  const { parseAllDocuments } = await import("yaml");
  const plain = reveal(args);
  const namespace = textAt(plain, "defaultNamespace");
  const documents = parseAllDocuments(textAt(plain, "text"), { logLevel: "error" });
  const objects: PropertyMap[] = [];
  for (const document of documents) {
    const [error] = document.errors;
    if (error !== undefined) throw error;
    const object: unknown = document.toJS();
    if (!isMap(object) || kindOf(object) === "" || apiVersionOf(object) === "") continue;
    const guess =
      namespace !== "" && namespaceOf(object) === "" && (await isNamespaced(session, object));
    objects.push(guess ? withAt(object, ["metadata", "namespace"], namespace) : object);
  }
  return objects;
}

import { run } from "../../internal/run";
import { kubectl } from "../k3d/kubectl";
import { LISTED_KINDS, LISTED_LABEL, type ObjectId } from "./missingObjects";

const COLUMNS = "KIND:.kind,NAMESPACE:.metadata.namespace,NAME:.metadata.name";
const TIMEOUT_MS = 15_000;

/** Every object in an instance that KECS made, in one request; undefined where nobody answers. */
export async function listObjects(instance: string): Promise<ObjectId[] | undefined> {
  const kinds = Object.values(LISTED_KINDS).join(",");
  const format = `custom-columns=${COLUMNS}`;
  const { code, stdout } = await run(
    kubectl(instance, "get", kinds, "-A", "-l", LISTED_LABEL, "--no-headers", "-o", format),
    { timeoutMs: TIMEOUT_MS },
  );
  return code === 0 ? stdout.split("\n").flatMap(objectId) : undefined;
}

function objectId(line: string): ObjectId[] {
  const [kind, namespace, name] = line.trim().split(/\s+/);
  return kind === undefined || namespace === undefined || name === undefined
    ? []
    : [{ kind, namespace, name }];
}

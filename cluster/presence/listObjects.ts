import { run } from "../process/run";
import { kubectlArgv } from "../k3d/kubectl";
import { LISTED_KINDS, LISTED_LABEL, type ObjectId } from "./missingObjects";

const COLUMNS = "KIND:.kind,NAMESPACE:.metadata.namespace,NAME:.metadata.name";
const TIMEOUT_MS = 15_000;

/** How kubectl says that the API server has no such kind, by its plural. */
const UNKNOWN_KIND = /the server doesn't have a resource type "([^".]+)/;

/**
 * Every object in an instance that KECS made, in one request; undefined where nobody answers. kubectl
 * lists nothing where it meets a kind that the API server does not know: there are no objects of it, and
 * it is asked for the others.
 */
export async function listObjects(
  instance: string,
  kinds: readonly string[] = Object.values(LISTED_KINDS),
): Promise<ObjectId[] | undefined> {
  if (kinds.length === 0) return [];
  const format = `custom-columns=${COLUMNS}`;
  const listing = ["get", kinds.join(","), "-A", "-l", LISTED_LABEL, "--no-headers", "-o", format];
  const { code, stdout, stderr } = await run(kubectlArgv(instance, ...listing), {
    timeoutMs: TIMEOUT_MS,
  });
  if (code === 0) return stdout.split("\n").flatMap(objectId);
  const [, unknown] = UNKNOWN_KIND.exec(stderr) ?? [];
  const others = kinds.filter((kind) => kind.split(".")[0] !== unknown);
  return others.length === kinds.length ? undefined : listObjects(instance, others);
}

function objectId(line: string): ObjectId[] {
  const [kind, namespace, name] = line.trim().split(/\s+/);
  return kind === undefined || namespace === undefined || name === undefined
    ? []
    : [{ kind, namespace, name }];
}

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { validateInstanceName } from "../../core/instanceName";
import { cacheFolder } from "../files/cache";
import { linesOf } from "./dockerLines";
import { isNothing, listDockerResources, type DockerResources } from "./dockerResources";
import { findHolder } from "./holder";
import { isStackThere } from "./listInstances";
import { OWNER_LABEL, serverContainer } from "./names";
import { readNodeFile } from "./nodeFile";
import { readOwner, type StackIdentity } from "./owner";
import { OWNER_FILE } from "./probe";

type Variables = Readonly<Record<string, string | undefined>>;

/** What is left of an instance whose stack is gone. */
export interface Leftover {
  readonly instance: string;
  /** Whose it is, as the cluster says it. */
  readonly owner: string;
  readonly stack: StackIdentity;
  /** Which creation of the cluster it is; empty where none came to its end. */
  readonly clusterIdentifier: string;
  readonly resources: DockerResources;
}

const MARK = /^kecs-(.+)\.owner$/;

/**
 * What Docker has of instances whose stack's state is gone from its backend, by name. What says of itself that
 * another tool made it, what does not say whose it is, and what belongs to a backend that is no folder of this
 * machine is not among it.
 *
 * @throws KecsError KECS3004 where Docker does not tell: what is unknown is not gone
 */
export async function listLeftovers(env: Variables): Promise<Leftover[]> {
  const labels = await labelsByInstance();
  const marks = await marksByInstance(env);
  const names = [...new Set([...labels.keys(), ...marks.keys()])]
    .filter((name) => validateInstanceName(name, "").length === 0)
    .sort();
  const found = await Promise.all(
    names.map(async (instance) => {
      const own = labels.get(instance);
      const owner =
        own === undefined ? marks.get(instance) : await ownerOfContainers(instance, own);
      return findLeftover(env, instance, owner ?? "");
    }),
  );
  return found.filter((of) => of !== undefined);
}

/** What is left of one instance, as it is now; undefined where its stack is there, or not known to be gone. */
export async function findLeftover(
  env: Variables,
  instance: string,
  owner: string,
): Promise<Leftover | undefined> {
  const stack = readOwner(owner);
  if (stack === null || isStackThere(stack) !== false) return undefined;
  const { issues, clusterIdentifier } = await findHolder(env, instance, owner);
  const resources = await listDockerResources(instance);
  if (issues.length > 0 || isNothing(resources)) return undefined;
  return { instance, owner, stack, clusterIdentifier, resources };
}

/** What the containers of each cluster say of their owner; nothing of those that KECS did not make. */
async function labelsByInstance(): Promise<ReadonlyMap<string, readonly string[]>> {
  const format = `{{.Label "k3d.cluster"}} {{.Label "${OWNER_LABEL}"}}`;
  const filter = ["--filter", "label=k3d.cluster"];
  const lines = await linesOf(["docker", "ps", "--all", ...filter, "--format", format]);
  const labels = new Map<string, string[]>();
  for (const line of lines) {
    const [cluster = "", owner = ""] = line.split(" ");
    if (!cluster.startsWith("kecs-")) continue;
    const instance = cluster.slice("kecs-".length);
    labels.set(instance, [...(labels.get(instance) ?? []), ...(owner === "" ? [] : [owner])]);
  }
  return labels;
}

/** A cluster that was taken over has its owner in the node: labels cannot be changed. */
async function ownerOfContainers(instance: string, labels: readonly string[]): Promise<string> {
  const [label = ""] = labels;
  if (label === "") return "";
  const taken = await readNodeFile(serverContainer(instance), OWNER_FILE).catch(() => "");
  return taken === "" ? label : taken;
}

/** Whose the clusters are that KECS began to create: what is left without a container says nothing itself. */
async function marksByInstance(env: Variables): Promise<ReadonlyMap<string, string>> {
  const folder = join(cacheFolder(env), "clusters");
  const files = await readdir(folder).catch(() => []);
  const marks = files.flatMap((name) => {
    const [, instance] = MARK.exec(name) ?? [];
    return instance === undefined ? [] : [{ instance, file: join(folder, name) }];
  });
  const read = marks.map(async ({ instance, file }) => {
    const text = await readFile(file, "utf8").catch(() => "");
    return [instance, text.trim()] as const;
  });
  return new Map(await Promise.all(read));
}

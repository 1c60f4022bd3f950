import { digest } from "../../core/naming";
import { ClusterUnreachable } from "../../cluster/kubernetes/direct/apiServer";
import type { Manifest, ObjectName } from "../../cluster/kubernetes/direct/objects";
import { STAGES, type Desired } from "./desired/manifest";

/** What makes and removes the objects of the cluster. */
export interface Objects {
  apply(manifest: Manifest): Promise<void>;
  remove(of: ObjectName): Promise<void>;
  /** Those that the API made, earlier processes of it included. */
  listOwn(): Promise<readonly ObjectName[]>;
  /** Returns when Traefik serves what was applied. */
  served(): Promise<void>;
}

interface Applied {
  readonly name: ObjectName;
  readonly stage: Desired["stage"];
  readonly content: string;
}

/** Why an object is not as the records say. */
interface Fault {
  /** Digest of what was to be applied; empty where the object was to go. */
  readonly content: string;
  readonly why: string;
}

/** Kubernetes refuses objects that the records want; all others are as they should be. */
export class ObjectsRefused extends Error {
  constructor(faults: readonly string[]) {
    super(faults.join("; "));
    this.name = "ObjectsRefused";
  }
}

/** So many objects of one stage are applied at a time. */
const AT_A_TIME = 8;

/**
 * Makes the cluster's objects what the records say, and no others that are the API's own. It knows what it
 * applied, so that only what changed is applied again; what an earlier process left is found at the start.
 */
export class Reconciler {
  private readonly applied = new Map<string, Applied>();
  private faults: ReadonlyMap<string, Fault> = new Map();
  private pass: Promise<void> = Promise.resolve();
  /** The pass that has not begun yet. */
  private next: Promise<void> | undefined;
  private isFirst = true;

  constructor(
    private readonly desired: () => readonly Desired[],
    private readonly objects: Objects,
  ) {}

  /** Why objects are not as the records say, each with its kind and name. */
  refused(): readonly string[] {
    return [...this.faults.values()].map(({ why }) => why);
  }

  /**
   * Returns when all objects are what the records say at the time of the call, or later ones: calls during a
   * pass share the one after it. An object that Kubernetes refuses keeps none of the others back, and is
   * tried again in each pass.
   *
   * @throws ObjectsRefused where it refuses what it did not refuse before
   * @throws ClusterUnreachable where nobody answers; the next call tries again
   */
  reconcile(): Promise<void> {
    if (this.next !== undefined) return this.next;
    const mine = this.pass
      .catch(() => undefined)
      .then(() => {
        this.next = undefined;
        return this.run();
      });
    this.next = mine;
    this.pass = mine;
    return mine;
  }

  private async run(): Promise<void> {
    if (this.isFirst) await this.findLeftovers();
    const wanted = this.desired();
    const changed = wanted.filter(
      ({ manifest }) => this.applied.get(keyOf(manifest))?.content !== contentDigest(manifest),
    );
    const faults = new Map<string, Fault>();
    for (const stage of STAGES) {
      const all = changed.filter((of) => of.stage === stage);
      await inBatches(all, async (of) => {
        const content = contentDigest(of.manifest);
        await noteFault(faults, { key: keyOf(of.manifest), content }, () => this.apply(of));
      });
    }
    const keys = new Set(wanted.map(({ manifest }) => keyOf(manifest)));
    const surplus = [...this.applied].filter(([key]) => !keys.has(key));
    for (const stage of STAGES.toReversed()) {
      const all = surplus.filter(([, of]) => of.stage === stage);
      await inBatches(all, ([key, of]) =>
        noteFault(faults, { key, content: "" }, () => this.remove(key, of)),
      );
    }
    const done = [
      ...changed.map(({ stage, manifest }) => ({ stage, key: keyOf(manifest) })),
      ...surplus.map(([key, { stage }]) => ({ stage, key })),
    ].filter(({ key }) => !faults.has(key));
    if (done.some(({ stage }) => stage !== "targets")) await this.objects.served();
    this.tellNew(faults);
  }

  private tellNew(faults: ReadonlyMap<string, Fault>): void {
    const known = this.faults;
    this.faults = faults;
    const fresh = [...faults].filter(([key, { content }]) => known.get(key)?.content !== content);
    if (fresh.length > 0) throw new ObjectsRefused(fresh.map(([, { why }]) => why));
  }

  private async findLeftovers(): Promise<void> {
    for (const name of await this.objects.listOwn()) {
      // Whatever it is like, it is applied again; if nothing wants it, it goes after the roots.
      const stage = name.kind.startsWith("IngressRoute") ? "roots" : "parts";
      this.applied.set(nameKey(name), { name, stage, content: "" });
    }
    this.isFirst = false;
  }

  private async apply({ stage, manifest }: Desired): Promise<void> {
    await this.objects.apply(manifest);
    const name = nameOf(manifest);
    this.applied.set(nameKey(name), { name, stage, content: contentDigest(manifest) });
  }

  private async remove(key: string, { name }: Applied): Promise<void> {
    await this.objects.remove(name);
    this.applied.delete(key);
  }
}

/** Does something to an object, and notes what Kubernetes has against it. */
async function noteFault(
  faults: Map<string, Fault>,
  { key, content }: { readonly key: string; readonly content: string },
  act: () => Promise<void>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (error instanceof ClusterUnreachable) throw error;
    faults.set(key, { content, why: error instanceof Error ? error.message : String(error) });
  }
}

async function inBatches<T>(all: readonly T[], act: (each: T) => Promise<void>): Promise<void> {
  const left = [...all];
  await Promise.all(
    Array.from({ length: Math.min(AT_A_TIME, left.length) }, async () => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) await act(next);
    }),
  );
}

function nameOf({ apiVersion, kind, metadata: { namespace, name } }: Manifest): ObjectName {
  return { apiVersion, kind, namespace, name };
}

function nameKey({ kind, namespace, name }: ObjectName): string {
  return `${kind}/${namespace}/${name}`;
}

function keyOf(manifest: Manifest): string {
  return nameKey(nameOf(manifest));
}

function contentDigest(manifest: Manifest): string {
  return digest(JSON.stringify(manifest), 32);
}

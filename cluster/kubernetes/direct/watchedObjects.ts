import type { KubernetesListObject, KubernetesObject } from "@kubernetes/client-node" with {
  "resolution-mode": "import",
};
import type { Metadata } from "../../../core/ecs/observed/kubernetesObjects";
import { ClusterUnreachable, contentOf, type ApiServer, type ObjectInformer } from "./apiServer";

interface Watchable {
  readonly metadata: Metadata & { readonly resourceVersion?: string };
}

/** What is watched: a path of objects, and which of them. */
export interface Watch {
  readonly path: string;
  readonly labelSelector?: string;
  /** Told after each change, and that the watch broke. */
  readonly onChange?: () => void;
}

const PAUSE_MS = 1000;

/** The objects of one kind, always as the cluster has them now. */
export class WatchedObjects<T extends Watchable> {
  private readonly known = new Map<string, T>();
  /** Those that this process removed and the watch has not told of, by their uids. */
  private readonly removed = new Set<string | undefined>();
  private timer: NodeJS.Timeout | undefined;
  private isStopped = false;
  private isBroken = false;

  private constructor(
    private readonly informer: ObjectInformer,
    /** Fails where nobody answers. */
    private readonly probe: () => Promise<unknown>,
    private readonly onChange: () => void,
  ) {
    informer.on("add", (object) => {
      this.note(object as unknown as T);
    });
    informer.on("update", (object) => {
      this.note(object as unknown as T);
    });
    informer.on("delete", (object) => {
      this.forget(object as unknown as T);
      this.removed.delete(object.metadata?.uid);
    });
    informer.on("error", () => {
      this.isBroken = true;
      this.startAgain();
    });
  }

  /** Watches; what there is is known when this returns. */
  static async start<T extends Watchable>(server: ApiServer, watch: Watch) {
    const { path, labelSelector, onChange = () => undefined } = watch;
    const query =
      labelSelector === undefined ? "" : `?labelSelector=${encodeURIComponent(labelSelector)}`;
    const list = async () =>
      contentOf<KubernetesListObject<KubernetesObject>>(
        await server.ask({ method: "GET", path: `${path}${query}` }),
        `the list of ${path}`,
      );
    // The first answer says whether there is anybody; later ones are asked for again.
    await list();
    const informer = server.informer(path, list, labelSelector);
    const watched = new WatchedObjects<T>(informer, list, onChange);
    await informer.start();
    return watched;
  }

  /** @throws ClusterUnreachable while the cluster does not tell of changes */
  list(): readonly T[] {
    if (this.isBroken) throw new ClusterUnreachable("its changes cannot be watched");
    return [...this.known.values()];
  }

  /** Takes what a write gave back, before the watch tells of it. */
  note(object: T): void {
    if (this.removed.has(object.metadata.uid)) return;
    const present = this.known.get(object.metadata.name);
    if (present !== undefined && versionOf(present) >= versionOf(object)) return;
    this.known.set(object.metadata.name, object);
    this.onChange();
  }

  /** Takes it that an object was removed; one that was made again meanwhile stays. */
  forget(object: T): void {
    const present = this.known.get(object.metadata.name);
    if (present === undefined || present.metadata.uid !== object.metadata.uid) return;
    this.known.delete(object.metadata.name);
    this.removed.add(object.metadata.uid);
    this.onChange();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.informer.stop();
  }

  private startAgain(): void {
    if (this.isStopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.probe().then(
        () => {
          this.isBroken = false;
          void this.informer.start();
        },
        () => {
          this.startAgain();
        },
      );
    }, PAUSE_MS);
  }
}

function versionOf({ metadata }: Watchable): number {
  return Number(metadata.resourceVersion ?? 0);
}

import { isDeepStrictEqual } from "node:util";
import type { KubernetesObject, ListPromise } from "@kubernetes/client-node" with {
  "resolution-mode": "import",
};
import {
  ClusterUnreachable,
  type ApiAnswer,
  type ApiRequest,
  type ApiServer,
  type ObjectInformer,
} from "../../../cluster/kubernetes/direct/apiServer";
import { pathOf } from "../../../cluster/kubernetes/direct/objects";
import { uuid } from "../../../core/arn";
import { digest } from "../../../core/naming";

export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly uid?: string;
    readonly resourceVersion?: string;
    readonly generation?: number;
    readonly creationTimestamp?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly ownerReferences?: readonly { readonly uid?: string | undefined }[];
  };
  readonly [field: string]: unknown;
}

type EventKind = "add" | "update" | "delete";
type Hear = (event: EventKind, path: string, object: KubeObject) => void;

/** The content of a cluster in memory, with what of Kubernetes changes it. */
export class FakeKubernetes {
  /** By their paths. */
  private readonly objects = new Map<string, KubeObject>();
  /** What was applied last, by path and field manager. */
  private readonly applied = new Map<string, object>();
  private readonly hearing = new Set<Hear>();
  private version = 0;
  /** How often an object of a path was made. */
  private readonly made = new Map<string, number>();

  copy(): FakeKubernetes {
    const copy = new FakeKubernetes();
    for (const [path, object] of this.objects) copy.objects.set(path, object);
    for (const [key, manifest] of this.applied) copy.applied.set(key, manifest);
    copy.version = this.version;
    for (const [path, count] of this.made) copy.made.set(path, count);
    return copy;
  }

  all(): readonly KubeObject[] {
    return [...this.objects.values()];
  }

  hear(hear: Hear): () => void {
    this.hearing.add(hear);
    return () => this.hearing.delete(hear);
  }

  /** Puts an object as somebody else of the cluster does. */
  put(object: KubeObject): KubeObject {
    const path = pathOf({ ...object, ...object.metadata });
    const present = this.objects.get(path);
    if (present !== undefined && isSame(present, object)) return present;
    this.version += 1;
    const made = (this.made.get(path) ?? 0) + (present === undefined ? 1 : 0);
    this.made.set(path, made);
    const { spec } = object;
    const isAnother = JSON.stringify(present?.["spec"]) !== JSON.stringify(spec);
    const generation = (present?.metadata.generation ?? 0) + (isAnother ? 1 : 0);
    const written: KubeObject = {
      ...object,
      metadata: {
        uid: uuid(digest(`${path} ${made}`, 32)),
        creationTimestamp: `${new Date().toISOString().slice(0, 19)}Z`,
        ...object.metadata,
        ...(present === undefined ? {} : { uid: present.metadata.uid }),
        resourceVersion: String(this.version),
        generation,
      },
    };
    this.objects.set(path, written);
    this.tell(present === undefined ? "add" : "update", path, written);
    if (written.kind === "Service" && present === undefined) this.put(sliceOf(written));
    return written;
  }

  /** Removes an object, and what it owns. */
  remove(path: string): boolean {
    const present = this.objects.get(path);
    if (present === undefined) return false;
    this.objects.delete(path);
    for (const key of this.applied.keys()) if (key.startsWith(`${path} `)) this.applied.delete(key);
    this.tell("delete", path, present);
    for (const [of, { metadata }] of [...this.objects]) {
      const { ownerReferences = [] } = metadata;
      if (ownerReferences.some(({ uid }) => uid === present.metadata.uid)) this.remove(of);
    }
    return true;
  }

  answer({ method, path: asked, body }: ApiRequest): ApiAnswer {
    const [path = "", query] = asked.split("?");
    const parameters = new URLSearchParams(query);
    if (path.includes("/proxy/")) return okay(this.routesOfTraefik());
    switch (method) {
      case "GET":
        return this.get(path, parameters.get("labelSelector") ?? "");
      case "PATCH":
        return this.apply(path, parameters.get("fieldManager") ?? "", body as KubeObject);
      case "POST": {
        const object = body as KubeObject;
        const isThere = this.objects.has(`${path}/${object.metadata.name}`);
        return isThere ? refused(409) : okay(this.put(object));
      }
      case "PUT": {
        const { metadata } = body as KubeObject;
        const present = this.objects.get(path);
        if (present === undefined) return refused(404);
        const { resourceVersion = present.metadata.resourceVersion } = metadata;
        if (resourceVersion !== present.metadata.resourceVersion) return refused(409);
        return okay(this.put(body as KubeObject));
      }
      case "DELETE":
        return this.remove(path) ? okay({}) : refused(404);
    }
  }

  private get(path: string, selector: string): ApiAnswer {
    const one = this.objects.get(path);
    if (one !== undefined) return okay(one);
    if (!KINDS.some((kind) => path.endsWith(`/${kind}`))) return refused(404);
    const items = [...this.objects]
      .filter(([of, object]) => isIn(of, path) && isSelected(object, selector))
      .map(([, object]) => object);
    return okay({ items, metadata: { resourceVersion: String(this.version) } });
  }

  /** Fields that the manager applied before and does not apply any more go. */
  private apply(path: string, manager: string, manifest: KubeObject): ApiAnswer {
    const present = this.objects.get(path);
    const key = `${path} ${manager}`;
    const before = this.applied.get(key) ?? {};
    const merged = merge(present ?? {}, before, manifest) as unknown as KubeObject;
    const isOther = JSON.stringify(present?.["spec"]) !== JSON.stringify(merged["spec"]);
    if (present?.kind === "Pod" && isOther) return refused(422);
    this.applied.set(key, manifest);
    return okay(this.put(merged));
  }

  /** Traefik serves all routes at once. */
  private routesOfTraefik(): unknown {
    return this.all().flatMap((object) => (object.kind === "IngressRoute" ? [object["spec"]] : []));
  }

  private tell(event: EventKind, path: string, object: KubeObject): void {
    for (const hear of this.hearing) hear(event, path, object);
  }
}

const KINDS = [
  "configmaps",
  "deployments",
  "endpointslices",
  "events",
  "ingressroutes",
  "ingressroutetcps",
  "middlewares",
  "pods",
  "replicasets",
  "secrets",
  "serverstransports",
  "services",
  "tlsoptions",
  "traefikservices",
];

/** The slice that Kubernetes keeps of a Service; it bears the Service's own labels. */
function sliceOf({ metadata: { name, namespace, uid, labels } }: KubeObject): KubeObject {
  return {
    apiVersion: "discovery.k8s.io/v1",
    kind: "EndpointSlice",
    metadata: {
      name: `${name}-x7k2p`,
      namespace,
      ownerReferences: [{ uid }],
      labels: {
        ...labels,
        "kubernetes.io/service-name": name,
        "endpointslice.kubernetes.io/managed-by": "endpointslice-controller.k8s.io",
      },
    },
    endpoints: [],
  };
}

/** Whether a write changes nothing; what Kubernetes itself says of an object does not count. */
function isSame(present: KubeObject, object: KubeObject): boolean {
  const { resourceVersion, generation, uid, creationTimestamp } = present.metadata;
  const own = { resourceVersion, generation, uid, creationTimestamp };
  const bare = (of: KubeObject) => ({ ...of, metadata: { ...of.metadata, ...own } });
  return isDeepStrictEqual(bare(present), bare(object));
}

function merge(present: object, before: object, after: object): Record<string, unknown> {
  const kept = Object.entries(present).filter(
    ([field]) => !Object.hasOwn(before, field) || Object.hasOwn(after, field),
  );
  const applied = Object.entries(after).map(([field, value]: [string, unknown]) => [
    field,
    isObject(value) ? merge(objectIn(present, field), objectIn(before, field), value) : value,
  ]);
  return Object.fromEntries([...kept, ...applied]) as Record<string, unknown>;
}

function objectIn(of: object, field: string): object {
  const value: unknown = (of as Record<string, unknown>)[field];
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether an object is of a path of a kind. */
function isIn(path: string, kind: string): boolean {
  return path.startsWith(`${kind}/`) && !path.slice(kind.length + 1).includes("/");
}

function isSelected({ metadata: { labels = {} } }: KubeObject, selector: string): boolean {
  return selector
    .split(",")
    .filter((term) => term !== "")
    .every((term) => {
      const [key = "", value] = term.replace(/^!/, "").split("=");
      if (term.startsWith("!")) return !(key in labels);
      return value === undefined ? key in labels : labels[key] === value;
    });
}

function okay(body: unknown): ApiAnswer {
  return { status: 200, body: JSON.stringify(body) };
}

function refused(status: number): ApiAnswer {
  return { status, body: JSON.stringify({ message: `refused with ${status}` }) };
}

/** A write that nobody answers, whether it took effect or not. */
export interface Silence {
  /** Counted from 1. */
  readonly write: number;
  readonly isDone: boolean;
}

/** A process's way to a cluster. */
export class FakeApiServer implements ApiServer {
  /** What the process wrote so far, by method and path. */
  readonly writes: string[] = [];
  silence: Silence | undefined;
  private readonly stops: (() => void)[] = [];

  constructor(
    readonly kubernetes: FakeKubernetes,
    /** Called when a write has taken effect. */
    private readonly onWrite: () => void = () => undefined,
  ) {}

  async ask(request: ApiRequest): Promise<ApiAnswer> {
    await Promise.resolve();
    if (request.method === "GET") return this.kubernetes.answer(request);
    const { silence } = this;
    this.writes.push(`${request.method} ${request.path.split("?")[0] ?? ""}`);
    const isSilent = silence?.write === this.writes.length;
    if (isSilent && !silence.isDone) throw new ClusterUnreachable("nobody answers");
    const answer = this.kubernetes.answer(request);
    this.onWrite();
    if (isSilent) throw new ClusterUnreachable("nobody answers");
    return answer;
  }

  informer(path: string, list: ListPromise<KubernetesObject>, selector = ""): ObjectInformer {
    const told: Record<string, ((object: never) => void)[]> = {};
    const tell = (event: EventKind, object: unknown): void => {
      for (const hear of told[event] ?? []) hear(object as never);
    };
    return {
      on: (event: string, hear: (object: never) => void) => {
        (told[event] ??= []).push(hear);
      },
      start: async () => {
        this.stops.push(
          this.kubernetes.hear((event, of, object) => {
            if (!isIn(of, path) || !isSelected(object, selector)) return;
            // The cluster answers a write before it tells of it.
            setImmediate(() => {
              tell(event, object);
            });
          }),
        );
        for (const object of (await list()).items) tell("add", object);
      },
      stop: () => {
        this.close();
        return Promise.resolve();
      },
    };
  }

  close(): void {
    for (const stop of this.stops.splice(0)) stop();
  }
}

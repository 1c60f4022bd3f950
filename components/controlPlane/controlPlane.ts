import type * as docker from "@pulumi/docker";
import type * as pulumi from "@pulumi/pulumi";
import type { LiveObjects } from "../../cluster/kubernetes/live";
import type { Published } from "../../core/ecs/pod/endpoints";
import type { Listener } from "../../core/lb/model";
import { ContainerPortNames } from "../../core/lb/targetGroup/containerPortNames";
import type {
  CertificateEntry,
  ClusterEntry,
  InstanceEntry,
  KubernetesResource,
  ListenerEntry,
  LoadBalancerEntry,
  NamespaceEntry,
  RedirectEntry,
  SiblingEntry,
  TargetGroupEntry,
  TaskDefinitionEntry,
  TrustStoreEntry,
} from "./entries";
import type { ListedRecords } from "../../cluster/kubernetes/listRecords";
import type { ObjectRecord } from "../../core/records/records";
import { onePerProgram } from "./program";

type Arn = string;
type InstanceName = string;
/** How errors call a component. */
type Owner = string;

/** Components by their ARN: by its text, or by the very Output where the text is not known yet. */
export interface ByArn<Entry> {
  readonly text: Map<Arn, Entry>;
  readonly output: WeakMap<pulumi.Output<string>, Entry>;
}

/**
 * What the components of one program know of each other, as AWS's own control plane does. An ARN of
 * another stack is not in here; what it stands for lies in the cluster's records.
 */
export interface ControlPlane {
  readonly loadBalancers: ByArn<LoadBalancerEntry> & { readonly all: LoadBalancerEntry[] };
  readonly listeners: ByArn<ListenerEntry>;
  /** The listeners of other stacks' load balancers. */
  readonly siblings: SiblingEntry[];
  /** The listeners whose routes are made, as they are. */
  readonly settledListeners: WeakMap<ListenerEntry, Listener>;
  /** The redirects of these and of their rules. */
  readonly redirects: RedirectEntry[];
  readonly targetGroups: Map<Arn, TargetGroupEntry>;
  readonly containerPortNames: ContainerPortNames;
  /** Those that are resolved. */
  readonly taskDefinitions: Map<Arn, TaskDefinitionEntry>;
  /** Every one whose ARN is known; a preview may not know its content. */
  readonly taskDefinitionContents: Map<Arn, pulumi.Output<TaskDefinitionEntry>>;
  /** The ports of their containers, where these are plain values. */
  readonly publishedPorts: ByArn<readonly Published[]>;
  readonly certificates: Map<Arn, CertificateEntry>;
  readonly trustStores: Map<Arn, TrustStoreEntry>;
  /** By their ids. */
  readonly namespaces: Map<string, NamespaceEntry>;
  readonly clusters: Map<Arn, ClusterEntry>;
  readonly instances: Map<InstanceName, InstanceEntry>;
  /** What took an instance for one of another stack, by the instance's name. */
  readonly importedInstances: Map<InstanceName, Owner>;
  /** The options of an instance's components, by the Outputs that tell where they live. */
  readonly placements: WeakMap<object, pulumi.ComponentResourceOptions>;
  /** What runs in an instance before the program changes it, whoever made the instance. */
  readonly liveObjects: Map<InstanceName, Promise<LiveObjects>>;
  /** The stacks whose instances this program takes over, as records call them. */
  readonly formerStacks: Set<string>;
  /** What the instance's records said then. */
  readonly records: Map<InstanceName, Promise<ListedRecords>>;
  /**
   * What of an instance of this program AWS's API and other stacks made, as far as the cluster said it before it was
   * changed; undefined where it was stopped.
   */
  readonly objectsOfOthers: Map<InstanceName, pulumi.Output<readonly ObjectRecord[] | undefined>>;
  /** The same of a cluster that was started since. */
  readonly lateObjectsOfOthers: Map<InstanceName, Promise<readonly ObjectRecord[]>>;
  /** Every Kubernetes object among the components' children. */
  readonly objects: Set<KubernetesResource>;
  /** Every route of Traefik, for requests or for connections. */
  readonly routes: pulumi.Resource[];
  /** The provider of the builds that were given none. */
  dockerProvider?: docker.Provider;
  readonly claims: Claims;
}

/** The owners of what one component alone can have, a field for each kind of claim. */
export interface Claims {
  readonly arns: Map<Arn, Owner>;
  readonly repositories: Map<string, Owner>;
  readonly hosts: Map<InstanceName, Map<string, Owner>>;
  readonly dnsObjects: Map<InstanceName, Map<string, Owner>>;
  readonly hostResources: Map<string, Owner>;
  readonly catchAlls: Map<InstanceName, Owner>;
  readonly listenerPorts: Map<Arn, Map<number, Owner>>;
  readonly localPorts: Map<Arn, Map<number, Owner>>;
  readonly slots: Map<InstanceName, Map<number, SlotOwner>>;
  readonly priorities: Map<Arn, Map<number, Owner>>;
  readonly certificates: Map<Arn, Map<Arn, Owner>>;
  /** By the ids of namespaces, as `aliases`. */
  readonly discoveryNames: Map<string, Map<string, Owner>>;
  readonly aliases: Map<string, Map<string, Owner>>;
}

/** What a local port leads to. */
export interface SlotOwner {
  readonly owner: Owner;
  readonly use: "listener" | "service";
}

/** The control plane of the program that runs. */
export const controlPlane = onePerProgram<ControlPlane>(() => ({
  loadBalancers: { text: new Map(), output: new WeakMap(), all: [] },
  listeners: { text: new Map(), output: new WeakMap() },
  siblings: [],
  settledListeners: new WeakMap(),
  redirects: [],
  targetGroups: new Map(),
  containerPortNames: new ContainerPortNames(),
  taskDefinitions: new Map(),
  taskDefinitionContents: new Map(),
  publishedPorts: { text: new Map(), output: new WeakMap() },
  certificates: new Map(),
  trustStores: new Map(),
  namespaces: new Map(),
  clusters: new Map(),
  instances: new Map(),
  importedInstances: new Map(),
  placements: new WeakMap(),
  liveObjects: new Map(),
  formerStacks: new Set(),
  records: new Map(),
  objectsOfOthers: new Map(),
  lateObjectsOfOthers: new Map(),
  objects: new Set(),
  routes: [],
  claims: {
    arns: new Map(),
    repositories: new Map(),
    hosts: new Map(),
    dnsObjects: new Map(),
    hostResources: new Map(),
    catchAlls: new Map(),
    listenerPorts: new Map(),
    localPorts: new Map(),
    slots: new Map(),
    priorities: new Map(),
    certificates: new Map(),
    discoveryNames: new Map(),
    aliases: new Map(),
  },
}));

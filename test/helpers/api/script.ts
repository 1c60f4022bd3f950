import { objectOf, type RecordObject } from "../../../api/store/record";
import type { AwsObject } from "../../../api/world/world";
import type { KeyPair } from "../../../core/acm/authority/keyPair";
import { certificateArn, listenerArn, loadBalancerArn, targetGroupArn } from "../../../core/arn";
import { taskId } from "../../../core/ecs/observed/podTask";
import { RECORD_LABEL } from "../../../core/records/manifest";
import { CONNECTION } from "../samples";
import { rollOut } from "./fakeCluster";
import { FakeInstance } from "./fakeInstance";
import type { FakeKubernetes, KubeObject } from "./kubernetes";

/** One step of the script: an operation, or what happens in the cluster by itself. */
export interface Step {
  readonly name: string;
  readonly service?: string;
  readonly input?: (kubernetes: FakeKubernetes) => object;
  /** Whether a client may repeat it on AWS without knowing whether it was done. */
  readonly isIdempotent?: boolean;
  readonly happens?: (kubernetes: FakeKubernetes) => void;
  /** Minutes that pass before it; default 1. */
  readonly later?: number;
}

type Input = object | ((kubernetes: FakeKubernetes) => object);
const call =
  (service: string, isIdempotent: boolean) =>
  (name: string, input: Input): Step => ({
    name,
    service,
    isIdempotent,
    input: typeof input === "function" ? (input as (of: FakeKubernetes) => object) : () => input,
  });
const ecs = call("ecs", true);
const elb = call("elasticloadbalancing", true);
const ecsOnce = call("ecs", false);
const elbOnce = call("elasticloadbalancing", false);
const acmOnce = call("acm", false);

const SHOP = loadBalancerArn(CONNECTION, "shop");
const LISTENER = (port: number): string => listenerArn(CONNECTION, "shop", port);
const GROUP = targetGroupArn(CONNECTION, "web");
const LOCAL = targetGroupArn(CONNECTION, "local");
const SERVICE = "arn:aws:ecs:us-east-1:000000000000:service/main/web";
const WEB = { name: "web", image: "nginx:1.27", portMappings: [{ containerPort: 80 }] };
const FORWARD = { Type: "forward", TargetGroupArn: GROUP };
const NOT_FOUND = { Type: "fixed-response", FixedResponseConfig: { StatusCode: "404" } };

const objectsIn = (kubernetes: FakeKubernetes): readonly AwsObject[] =>
  kubernetes
    .all()
    .filter(({ metadata }) => metadata.labels?.[RECORD_LABEL] !== undefined)
    .flatMap((record) => objectOf(record as unknown as RecordObject) ?? []);

/** The rules of a listener by their priorities. */
function rule(kubernetes: FakeKubernetes, priority: number): string {
  const found = objectsIn(kubernetes).find(
    ({ kind, attributes }) => kind === "rule" && attributes["priority"] === priority,
  );
  return found?.arn ?? "no such rule";
}

const tasksOf = (kubernetes: FakeKubernetes): string[] =>
  kubernetes
    .all()
    .filter(({ kind, metadata }) => kind === "Pod" && metadata.labels?.["kecs.dev/task"])
    .map((pod) => taskId(pod));

const newRule = (port: number, priority: number, path: string): Step =>
  elbOnce("CreateRule", {
    ListenerArn: LISTENER(port),
    Priority: priority,
    Conditions: [{ Field: "path-pattern", Values: [path] }],
    Actions: [FORWARD],
  });

/** What is imported by the script: two of `shop.test`, and one of `other.test`. */
export interface Certificates {
  readonly root: KeyPair;
  readonly leaves: readonly KeyPair[];
}

const importOf = (
  certificates: () => Certificates,
  leaf: number,
  more: (of: FakeKubernetes) => object = () => ({}),
): Step =>
  acmOnce("ImportCertificate", (kubernetes) => ({
    Certificate: Buffer.from(certificates().leaves[leaf]?.certificate ?? ""),
    PrivateKey: Buffer.from(certificates().leaves[leaf]?.key ?? ""),
    CertificateChain: Buffer.from(certificates().root.certificate),
    ...more(kubernetes),
  }));

const certificate = (kubernetes: FakeKubernetes, name: string): string =>
  objectsIn(kubernetes).find(
    ({ kind, attributes }) =>
      kind === "cert" && (attributes["names"] as readonly string[])[0] === name,
  )?.arn ?? certificateArn(CONNECTION, "none");

const FAILING = {
  phase: "Running",
  containerStatuses: [
    {
      name: "web",
      ready: false,
      restartCount: 4,
      state: { waiting: { reason: "CrashLoopBackOff" } },
      lastState: { terminated: { exitCode: 1 } },
    },
  ],
};

/** Kubernetes's controllers do their part for the service. */
const cluster = (name: string, rollout: Parameters<typeof rollOut>[2] = {}): Step => ({
  name,
  happens: (kubernetes) => {
    const of = (kind: string) => kubernetes.all().filter((object) => object.kind === kind);
    const instance = new FakeInstance(objectsIn(kubernetes));
    instance.now = new Date();
    instance.cluster = {
      deployments: of("Deployment") as never,
      replicaSets: of("ReplicaSet") as never,
      pods: of("Pod"),
      events: [],
    };
    rollOut(instance, SERVICE, rollout);
    const { replicaSets, pods } = instance.cluster;
    for (const { metadata } of of("Pod")) {
      if (!pods.some((pod) => pod.metadata.name === metadata.name)) {
        kubernetes.remove(`/api/v1/namespaces/${metadata.namespace}/pods/${metadata.name}`);
      }
    }
    for (const deployment of of("Deployment")) {
      const { uid, generation, namespace } = deployment.metadata;
      kubernetes.put({ ...deployment, status: { observedGeneration: generation } });
      const ownerReferences = [{ uid }];
      const isOwn = (object: { metadata: { labels?: object } }): boolean =>
        JSON.stringify(object.metadata.labels).includes(deployment.metadata.name);
      for (const [kind, all] of [
        ["ReplicaSet", replicaSets],
        ["Pod", pods],
      ] as const) {
        for (const object of all.filter(isOwn)) {
          kubernetes.put({
            ...(object as unknown as KubeObject),
            apiVersion: kind === "Pod" ? "v1" : "apps/v1",
            kind,
            metadata: { ...object.metadata, namespace, ownerReferences },
          });
        }
      }
    }
  },
});

/** Operations that make and remove every kind of object, and what the cluster does meanwhile. */
export const script = (certificates: () => Certificates): readonly Step[] => [
  ecs("CreateCluster", { clusterName: "main" }),
  ecsOnce("RegisterTaskDefinition", { family: "web", containerDefinitions: [WEB] }),
  elb("CreateLoadBalancer", { Name: "shop" }),
  elb("CreateTargetGroup", { Name: "web", Protocol: "HTTP", Port: 80, TargetType: "ip" }),
  elb("CreateListener", {
    LoadBalancerArn: SHOP,
    Protocol: "HTTP",
    Port: 80,
    DefaultActions: [FORWARD],
  }),
  importOf(certificates, 0),
  elb("CreateListener", (kubernetes) => ({
    LoadBalancerArn: SHOP,
    Protocol: "HTTPS",
    Port: 443,
    Certificates: [{ CertificateArn: certificate(kubernetes, "shop.test") }],
    DefaultActions: [NOT_FOUND],
  })),
  ecs("CreateService", {
    cluster: "main",
    serviceName: "web",
    taskDefinition: "web",
    desiredCount: 2,
    loadBalancers: [{ targetGroupArn: GROUP, containerName: "web", containerPort: 80 }],
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
  }),
  cluster("the tasks come up"),
  newRule(80, 10, "/a/*"),
  newRule(80, 20, "/b/*"),
  newRule(443, 30, "/c/*"),
  elb("SetRulePriorities", (kubernetes) => ({
    RulePriorities: [
      { RuleArn: rule(kubernetes, 10), Priority: 20 },
      { RuleArn: rule(kubernetes, 20), Priority: 10 },
    ],
  })),
  importOf(certificates, 1, (kubernetes) => ({
    CertificateArn: certificate(kubernetes, "shop.test"),
  })),
  importOf(certificates, 2),
  elb("AddListenerCertificates", (kubernetes) => ({
    ListenerArn: LISTENER(443),
    Certificates: [{ CertificateArn: certificate(kubernetes, "other.test") }],
  })),
  elb("ModifyListener", { ListenerArn: LISTENER(80), DefaultActions: [NOT_FOUND] }),
  elb("CreateTargetGroup", { Name: "local", Protocol: "HTTP", Port: 80, TargetType: "ip" }),
  elb("RegisterTargets", {
    TargetGroupArn: LOCAL,
    Targets: [
      { Id: "10.0.0.8", Port: 8000, AvailabilityZone: "all" },
      { Id: "10.0.0.9", Port: 8000, AvailabilityZone: "all" },
    ],
  }),
  elb("DeregisterTargets", {
    TargetGroupArn: LOCAL,
    Targets: [{ Id: "10.0.0.8", Port: 8000 }],
  }),
  ecsOnce("RegisterTaskDefinition", {
    family: "web",
    containerDefinitions: [{ ...WEB, image: "nginx:broken" }],
  }),
  ecs("UpdateService", { cluster: "main", service: "web", taskDefinition: "web" }),
  cluster("its tasks fail", { ready: 0, waiting: 1, isComplete: false, status: FAILING }),
  cluster("those of the revision before come back"),
  ecs("UpdateService", { cluster: "main", service: "web", desiredCount: 3 }),
  ecsOnce("RunTask", { cluster: "main", taskDefinition: "web:1", count: 3 }),
  ecs("RunTask", { cluster: "main", taskDefinition: "web:1", count: 2, clientToken: "token" }),
  ecs("StopTask", (kubernetes) => ({ cluster: "main", task: tasksOf(kubernetes)[0] })),
  ecs("StopTask", (kubernetes) => ({ cluster: "main", task: tasksOf(kubernetes)[0] })),
  ecs("DeregisterTaskDefinition", { taskDefinition: "web:2" }),
  ecs("DeleteTaskDefinitions", { taskDefinitions: ["web:2"] }),
  ecsOnce("RegisterTaskDefinition", { family: "web", containerDefinitions: [WEB] }),
  elbOnce("DeleteRule", (kubernetes) => ({ RuleArn: rule(kubernetes, 10) })),
  elb("ModifyListener", {
    ListenerArn: LISTENER(443),
    Protocol: "HTTP",
  }),
  elbOnce("DeleteListener", { ListenerArn: LISTENER(443) }),
  acmOnce("DeleteCertificate", (kubernetes) => ({
    CertificateArn: certificate(kubernetes, "other.test"),
  })),
  elb("CreateListener", (kubernetes) => ({
    LoadBalancerArn: SHOP,
    Protocol: "HTTPS",
    Port: 443,
    Certificates: [{ CertificateArn: certificate(kubernetes, "shop.test") }],
    DefaultActions: [FORWARD],
  })),
  newRule(443, 30, "/c/*"),
  elb("DeleteLoadBalancer", { LoadBalancerArn: SHOP }),
  elb("DeleteTargetGroup", { TargetGroupArn: LOCAL }),
  acmOnce("DeleteCertificate", (kubernetes) => ({
    CertificateArn: certificate(kubernetes, "shop.test"),
  })),
  ecsOnce("DeleteService", { cluster: "main", service: "web", force: true }),
  elb("DeleteTargetGroup", { TargetGroupArn: GROUP }),
  ecs("StopTask", (kubernetes) => ({ cluster: "main", task: tasksOf(kubernetes)[0] })),
  ecs("StopTask", (kubernetes) => ({ cluster: "main", task: tasksOf(kubernetes)[0] })),
  ecs("StopTask", (kubernetes) => ({ cluster: "main", task: tasksOf(kubernetes)[0] })),
  ecsOnce("DeleteCluster", { cluster: "main" }),
  { name: "an hour passes", later: 61, happens: () => undefined },
];

import * as pulumi from "@pulumi/pulumi";
import { withPlainValue } from "../../../../components/inputs/inputs";
import {
  findCertificate,
  registerCertificate,
} from "../../../../components/controlPlane/certificates";
import type {
  ListenerEntry,
  LoadBalancerEntry,
  TaskDefinitionEntry,
} from "../../../../components/controlPlane/entries";
import {
  findInstance,
  findPlacement,
  registerInstance,
  registerPlacement,
} from "../../../../components/controlPlane/instances";
import {
  findListener,
  findLoadBalancer,
  neighboursOf,
  registerAddedCertificate,
  registerListener,
  registerLoadBalancer,
  registerRule,
} from "../../../../components/controlPlane/loadBalancers";
import { findCluster, registerCluster } from "../../../../components/controlPlane/clusters";
import { findNamespace, registerNamespace } from "../../../../components/controlPlane/namespaces";
import { objectsOfProgram, registerObject } from "../../../../components/controlPlane/objects";
import { registerRoute, routesOfProgram } from "../../../../components/controlPlane/routes";
import {
  findTargetGroup,
  registerTargetGroup,
} from "../../../../components/controlPlane/targetGroups";
import {
  findTaskDefinition,
  findTaskDefinitionContent,
  registerTaskDefinition,
  registerTaskDefinitionContent,
} from "../../../../components/controlPlane/taskDefinitions";
import {
  findTrustStore,
  registerTrustStore,
} from "../../../../components/controlPlane/trustStores";
import { targetGroupModel } from "../../../../core/lb/targetGroup/model";
import { deploy } from "../../../helpers/deploy";
import { later } from "../../../helpers/outputs";

const RULE = {
  path: "Rule",
  rule: later({ action: { type: "forward" } }) as never,
  hosts: ["a.rule.test"],
};
const INSTANCE = {
  options: {},
  clusterIdentifier: pulumi.output("clusterIdentifier"),
  hostPaths: ["/srv"],
};
const TASK = {
  model: { arn: "task" } as never,
  secretsVersion: pulumi.output(""),
  secretValues: [],
};

const loadBalancer = (plainHosts: readonly string[] = []): LoadBalancerEntry => ({
  path: "Alb",
  facts: later(undefined) as never,
  plainHosts,
  nameHost: () => undefined,
  wildcards: "none",
  http2: true,
  quotas: { rules: 1, listeners: 1, certificates: 1 },
  listeners: [],
  addedCertificates: [],
});
const listener = (parent: LoadBalancerEntry | undefined): ListenerEntry => ({
  path: "Listener",
  parent,
  connection: later(undefined) as never,
  loadBalancer: later(undefined) as never,
  listener: later({ defaultAction: { type: "forward", targetGroups: [] } }) as never,
  outputs: later(undefined) as never,
  protocol: "HTTP",
  hasTlsOption: false,
  ports: { port: 80, localPort: undefined },
  rules: [],
  isSettled: () => false,
});
/** An ARN that a component puts out. */
const arn = (text: string) => withPlainValue(later(text), text);

/** What is found of each kind, by what the test registers it under. */
const findAll = () => [
  findLoadBalancer("lb"),
  findListener("listener"),
  findTargetGroup("group"),
  findTaskDefinition("task"),
  findTaskDefinitionContent("task"),
  findCertificate("certificate"),
  findTrustStore("store"),
  findNamespace("namespace"),
  findCluster("cluster"),
  findInstance("instance"),
];

test("finds what the program registered, each kind by itself, and nothing of another run", async () => {
  await deploy(() => {
    const balancer = loadBalancer();
    const content = pulumi.output<unknown>(TASK) as pulumi.Output<TaskDefinitionEntry>;
    const group = { model: targetGroupModel({ name: "g" }, "group"), values: { name: "g" } };
    const certificate = { secretName: "c", names: ["a.test"] };
    registerLoadBalancer(arn("lb"), balancer);
    const own = listener(balancer);
    registerListener(arn("listener"), own);
    registerTargetGroup("group", group);
    registerTaskDefinition(TASK);
    registerTaskDefinitionContent("task", content);
    registerCertificate("certificate", certificate);
    registerTrustStore("store", { secretName: "s" });
    registerNamespace("namespace", { name: "n", kind: "dns" });
    registerCluster("cluster", { namespace: "n" });
    registerInstance("instance", INSTANCE);
    registerRoute({} as never);
    registerObject({} as never);
    expect(findAll()).toEqual([
      ...[balancer, own, group, TASK, content, certificate],
      ...[{ secretName: "s" }, { name: "n", kind: "dns" }, { namespace: "n" }, INSTANCE],
    ]);
    expect([findListener("lb"), findTrustStore("certificate")]).toEqual([undefined, undefined]);
    expect([routesOfProgram().length, objectsOfProgram().length]).toEqual([1, 1]);
  });
  await deploy(() => {
    expect(findAll().every((found) => found === undefined)).toBe(true);
    expect([routesOfProgram().length, objectsOfProgram().length, neighboursOf(undefined)]).toEqual([
      0,
      0,
      [],
    ]);
  });
});

test("finds by the very Output what has no text yet", async () => {
  await deploy(() => {
    const [own, other] = [later("listener"), later("listener")];
    const entry = listener(undefined);
    registerListener(own, entry);
    expect([findListener(own), findListener(other), findListener("listener")]).toEqual([
      entry,
      undefined,
      undefined,
    ]);
  });
});

test("puts listeners, rules and certificates to their load balancer", async () => {
  await deploy(() => {
    const [balancer, other] = [loadBalancer(["a.test"]), loadBalancer(["b.test"])];
    const own = listener(balancer);
    registerLoadBalancer(arn("a"), balancer);
    registerLoadBalancer(arn("b"), other);
    registerListener(arn("l"), own);
    registerRule(own, RULE);
    expect([balancer.listeners, own.rules]).toEqual([[own], [RULE]]);
    expect([neighboursOf(other), neighboursOf(balancer)]).toEqual([
      ["a.rule.test", "a.test"],
      ["b.test"],
    ]);
    expect(["c", "d"].map((path) => registerAddedCertificate(balancer, path))).toEqual([1, 2]);
  });
});

test("places components by the Output of an instance, or by the instance's name", async () => {
  await deploy(() => {
    const [connection, options] = [later("arn"), { protect: true }];
    registerPlacement(connection, options);
    registerInstance("instance", INSTANCE);
    expect(findPlacement(connection)).toBe(options);
    expect(findPlacement({ instance: "instance" })).toBe(INSTANCE.options);
    expect([findPlacement({ instance: "other" }), findPlacement("arn")]).toEqual([{}, {}]);
  });
});

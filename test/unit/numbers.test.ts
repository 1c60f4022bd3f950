import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { validateAlb } from "../../components/alb/validate";
import { validateEcsService } from "../../components/ecsService/validate";
import { validateInstance } from "../../components/instance/settings";
import {
  clusterArn,
  listenerArn,
  loadBalancerArn,
  targetGroupArn,
} from "../../components/internal/arn";
import type { Issue } from "../../components/internal/errors";
import { validateListener } from "../../components/listener/validate";
import type { ForwardValues } from "../../components/listener/values";
import { validateListenerRule } from "../../components/listenerRule/validate";
import { validateDiscoveryService } from "../../components/serviceDiscovery/validate";
import { validateTargetGroup } from "../../components/targetGroup/validate";
import { validateTaskDefinition } from "../../components/taskDefinition/validate";
import { errors } from "../helpers/issues";
import { CONNECTION } from "../helpers/samples";
import { definition, web } from "../helpers/taskDefinition";
import { container } from "../helpers/tasks";

type Check = (value: number) => readonly Issue[];

const group = targetGroupArn(CONNECTION, "g");
const forward = { type: "forward", targetGroupArn: group };

const alb = (values: object): Issue[] => validateAlb({ name: "a", ...values }, "c");
const listener = (values: object): Issue[] =>
  validateListener(
    {
      loadBalancerArn: loadBalancerArn(CONNECTION, "a"),
      port: 80,
      defaultActions: [forward],
      ...values,
    },
    "c",
  );
const forwarding = (values: object): Issue[] =>
  listener({ defaultActions: [{ type: "forward", forward: values as ForwardValues }] });
const rule = (values: object): Issue[] =>
  validateListenerRule(
    {
      listenerArn: listenerArn(CONNECTION, "a", 80),
      priority: 1,
      conditions: [{ pathPattern: { values: ["/"] } }],
      actions: [forward],
      ...values,
    },
    "c",
  );
const discovery = (ttl: number, values: object): Issue[] =>
  validateDiscoveryService(
    {
      name: "orders",
      dnsConfig: { namespaceId: "ns", dnsRecords: [{ type: "A", ttl }] },
      ...values,
    },
    "myapp.local",
    "c",
  );
const service = (values: object): Issue[] =>
  validateEcsService(
    { name: "web", cluster: clusterArn(CONNECTION, "main"), taskDefinition: "td", ...values },
    [container("web")],
    "c",
  );
const targetGroup = (values: object): Issue[] => validateTargetGroup({ name: "g", ...values }, "c");
const instance = (values: object): Issue[] =>
  validateInstance({ instanceName: "i", ...values }, "c");
const task = (values: object): Issue[] => validateTaskDefinition(definition([web], values), "c");
const oneContainer = (values: object): Issue[] =>
  validateTaskDefinition(definition([{ ...web, ...values }]), "c");

/** By file and field: what is said of a component's argument with that number. */
const CHECKS: Readonly<Record<string, Check>> = {
  "alb/args.ts idleTimeout": (idleTimeout) => alb({ idleTimeout }),
  "alb/args.ts clientKeepAlive": (clientKeepAlive) => alb({ clientKeepAlive }),
  "alb/args.ts rules": (rules) => alb({ quotas: { rules } }),
  "alb/args.ts listeners": (listeners) => alb({ quotas: { listeners } }),
  "alb/args.ts certificates": (certificates) => alb({ quotas: { certificates } }),
  "listener/args.ts port": (port) => listener({ port }),
  "listener/args.ts localPort": (localPort) => listener({ localPort }),
  "listener/actionArgs.ts order": (order) => listener({ defaultActions: [{ ...forward, order }] }),
  "listener/actionArgs.ts weight": (weight) =>
    forwarding({ targetGroups: [{ arn: group, weight }] }),
  "listener/actionArgs.ts duration": (duration) =>
    forwarding({ targetGroups: [{ arn: group }], stickiness: { enabled: true, duration } }),
  "listenerRule/args.ts priority": (priority) => rule({ priority }),
  "serviceDiscovery/args.ts ttl": (ttl) => discovery(ttl, {}),
  "serviceDiscovery/args.ts failureThreshold": (failureThreshold) =>
    discovery(10, { healthCheckCustomConfig: { failureThreshold } }),
  "ecsService/args.ts desiredCount": (desiredCount) => service({ desiredCount }),
  "ecsService/args.ts deploymentMinimumHealthyPercent": (deploymentMinimumHealthyPercent) =>
    service({ deploymentMinimumHealthyPercent }),
  "ecsService/args.ts deploymentMaximumPercent": (deploymentMaximumPercent) =>
    service({ deploymentMaximumPercent }),
  "ecsService/args.ts healthCheckGracePeriodSeconds": (healthCheckGracePeriodSeconds) =>
    service({ healthCheckGracePeriodSeconds }),
  "ecsService/args.ts steadyStateTimeout": (steadyStateTimeout) => service({ steadyStateTimeout }),
  "ecsService/args.ts settlingSeconds": (settlingSeconds) => service({ settlingSeconds }),
  "ecsService/args.ts containerPort": (containerPort) =>
    service({ loadBalancers: [{ targetGroupArn: group, containerName: "web", containerPort }] }),
  "ecsService/awsOnlyArgs.ts base": (base) =>
    service({ capacityProviderStrategies: [{ capacityProvider: "p", base }] }),
  "ecsService/awsOnlyArgs.ts weight": (weight) =>
    service({ capacityProviderStrategies: [{ capacityProvider: "p", weight }] }),
  "ecsService/discoveryArgs.ts port": (port) =>
    service({ serviceRegistries: { registryArn: "arn", port } }),
  "ecsService/discoveryArgs.ts containerPort": (containerPort) =>
    service({ serviceRegistries: { registryArn: "arn", containerPort } }),
  "targetGroup/args.ts port": (port) => targetGroup({ port }),
  "targetGroup/args.ts slowStart": (slowStart) => targetGroup({ slowStart }),
  "targetGroup/args.ts deregistrationDelay": (deregistrationDelay) =>
    targetGroup({ deregistrationDelay }),
  "targetGroup/args.ts interval": (interval) => targetGroup({ healthCheck: { interval } }),
  "targetGroup/args.ts timeout": (timeout) => targetGroup({ healthCheck: { timeout } }),
  "targetGroup/args.ts healthyThreshold": (healthyThreshold) =>
    targetGroup({ healthCheck: { healthyThreshold } }),
  "targetGroup/args.ts unhealthyThreshold": (unhealthyThreshold) =>
    targetGroup({ healthCheck: { unhealthyThreshold } }),
  "targetGroup/args.ts cookieDuration": (cookieDuration) =>
    targetGroup({ stickiness: { type: "lb_cookie", cookieDuration } }),
  "instance/args.ts httpPort": (httpPort) => instance({ httpPort }),
  "instance/args.ts httpsPort": (httpsPort) => instance({ httpsPort }),
  "instance/args.ts portRangeStart": (portRangeStart) =>
    instance({ portRangeStart, portRangeEnd: 9000 }),
  "instance/args.ts portRangeEnd": (portRangeEnd) =>
    instance({ portRangeStart: 9000, portRangeEnd }),
  "instance/args.ts agents": (agents) => instance({ agents }),
  "taskDefinition/args.ts sizeInGib": (sizeInGib) => task({ ephemeralStorage: { sizeInGib } }),
  "taskDefinition/volumeArgs.ts transitEncryptionPort": (transitEncryptionPort) =>
    task({
      volumes: [
        { name: "v", efsVolumeConfiguration: { fileSystemId: "fs", transitEncryptionPort } },
      ],
    }),
  "taskDefinition/containerArgs.ts cpu": (cpu) => oneContainer({ cpu }),
  "taskDefinition/containerArgs.ts memory": (memory) => oneContainer({ memory }),
  "taskDefinition/containerArgs.ts memoryReservation": (memoryReservation) =>
    oneContainer({ memoryReservation }),
  "taskDefinition/containerArgs.ts stopTimeout": (stopTimeout) => oneContainer({ stopTimeout }),
  "taskDefinition/containerArgs.ts startTimeout": (startTimeout) => oneContainer({ startTimeout }),
  "taskDefinition/networkArgs.ts containerPort": (containerPort) =>
    oneContainer({ portMappings: [{ containerPort }] }),
  "taskDefinition/networkArgs.ts hostPort": (hostPort) =>
    oneContainer({ portMappings: [{ containerPort: 80, hostPort }] }),
  "taskDefinition/supportArgs.ts ignoredExitCodes": (code) =>
    oneContainer({ restartPolicy: { enabled: true, ignoredExitCodes: [code] } }),
  "taskDefinition/supportArgs.ts restartAttemptPeriod": (restartAttemptPeriod) =>
    oneContainer({ restartPolicy: { enabled: true, restartAttemptPeriod } }),
  "taskDefinition/linuxArgs.ts sharedMemorySize": (sharedMemorySize) =>
    oneContainer({ linuxParameters: { sharedMemorySize } }),
  "taskDefinition/linuxArgs.ts maxSwap": (maxSwap) =>
    oneContainer({ linuxParameters: { maxSwap } }),
  "taskDefinition/linuxArgs.ts swappiness": (swappiness) =>
    oneContainer({ linuxParameters: { swappiness } }),
  "taskDefinition/linuxArgs.ts size": (size) =>
    oneContainer({ linuxParameters: { tmpfs: [{ containerPath: "/t", size }] } }),
  "taskDefinition/linuxArgs.ts softLimit": (softLimit) =>
    oneContainer({ ulimits: [{ name: "nofile", softLimit, hardLimit: 10 }] }),
  "taskDefinition/linuxArgs.ts hardLimit": (hardLimit) =>
    oneContainer({ ulimits: [{ name: "nofile", softLimit: 10, hardLimit }] }),
  "taskDefinition/healthArgs.ts interval": (interval) =>
    oneContainer({ healthCheck: { command: ["CMD", "true"], interval } }),
  "taskDefinition/healthArgs.ts timeout": (timeout) =>
    oneContainer({ healthCheck: { command: ["CMD", "true"], timeout } }),
  "taskDefinition/healthArgs.ts retries": (retries) =>
    oneContainer({ healthCheck: { command: ["CMD", "true"], retries } }),
  "taskDefinition/healthArgs.ts startPeriod": (startPeriod) =>
    oneContainer({ healthCheck: { command: ["CMD", "true"], startPeriod } }),
};

test("every number that a component takes is in the table", () => {
  const files = readdirSync("components", { recursive: true, encoding: "utf8" }).filter((file) =>
    /[aA]rgs\.ts$/.test(file),
  );
  const fields = files.flatMap((file) =>
    [
      ...readFileSync(join("components", file), "utf8").matchAll(
        /readonly (\w+)\??: pulumi\.Input<(?:pulumi\.Input<)?number\b/g,
      ),
    ].map(([, name = ""]) => `${file} ${name}`),
  );
  expect([...new Set(fields)].sort()).toEqual(Object.keys(CHECKS).sort());
});

describe.each(Object.entries(CHECKS))("%s", (field, check) => {
  const name = field.split(" ")[1] ?? "";

  test.each([[2 ** 31], [-(2 ** 31) - 1], [1.5]])(
    "refuses %d by a code, a path and a hint",
    (value) => {
      const told = errors(check(value)).filter(({ path }) =>
        new RegExp(`\\.${name}(\\[0\\])?$`).test(path),
      );
      expect(told).not.toEqual([]);
      for (const { code, hint } of told) {
        expect(code).toMatch(/^KECS10\d\d$/);
        expect(hint).not.toBe(undefined);
      }
    },
  );
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { validateAlb } from "../../core/lb/loadBalancer/validate";
import { validateEcsService } from "../../core/ecs/service/validate";
import { validateSchedule } from "../../core/ecs/schedule/validate";
import { validateEcsTask } from "../../core/ecs/task/validate";
import { validateInstance } from "../../cluster/machine/settings";
import { clusterArn, listenerArn, loadBalancerArn, targetGroupArn } from "../../core/arn";
import type { Issue } from "../../core/validate";
import { validateListener } from "../../core/lb/listener/validate";
import type { ForwardValues } from "../../core/lb/actions/values";
import { validateListenerRule } from "../../core/lb/listenerRule/validate";
import { validateDiscoveryService } from "../../core/servicediscovery/validate";
import { validateTargetGroup } from "../../core/lb/targetGroup/validate";
import { validateTaskDefinition } from "../../core/ecs/taskDefinition/validate";
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
const runOnce = (values: object): Issue[] =>
  validateEcsTask(
    { cluster: clusterArn(CONNECTION, "main"), taskDefinition: "td", ...values },
    [container("web")],
    "c",
  );
const overridden = (values: object): Issue[] =>
  runOnce({ overrides: { containerOverrides: [{ name: "web", ...values }] } });
const schedule = (values: object, target: object, parameters: object = {}): Issue[] =>
  validateSchedule(
    {
      name: "nightly",
      scheduleExpression: "rate(1 day)",
      target: {
        arn: clusterArn(CONNECTION, "main"),
        ecsParameters: { taskDefinitionArn: "td", ...parameters },
        ...target,
      },
      ...values,
    },
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
  "lb/loadBalancer/values.ts idleTimeout": (idleTimeout) => alb({ idleTimeout }),
  "lb/loadBalancer/values.ts clientKeepAlive": (clientKeepAlive) => alb({ clientKeepAlive }),
  "lb/loadBalancer/values.ts rules": (rules) => alb({ quotas: { rules } }),
  "lb/loadBalancer/values.ts listeners": (listeners) => alb({ quotas: { listeners } }),
  "lb/loadBalancer/values.ts certificates": (certificates) => alb({ quotas: { certificates } }),
  "lb/listener/values.ts port": (port) => listener({ port }),
  "lb/listener/values.ts localPort": (localPort) => listener({ localPort }),
  "lb/actions/values.ts order": (order) => listener({ defaultActions: [{ ...forward, order }] }),
  "lb/actions/values.ts weight": (weight) => forwarding({ targetGroups: [{ arn: group, weight }] }),
  "lb/actions/values.ts duration": (duration) =>
    forwarding({ targetGroups: [{ arn: group }], stickiness: { enabled: true, duration } }),
  "lb/listenerRule/values.ts priority": (priority) => rule({ priority }),
  "servicediscovery/args.ts ttl": (ttl) => discovery(ttl, {}),
  "servicediscovery/args.ts failureThreshold": (failureThreshold) =>
    discovery(10, { healthCheckCustomConfig: { failureThreshold } }),
  "ecs/service/values/service.ts desiredCount": (desiredCount) => service({ desiredCount }),
  "ecs/service/values/service.ts deploymentMinimumHealthyPercent": (
    deploymentMinimumHealthyPercent,
  ) => service({ deploymentMinimumHealthyPercent }),
  "ecs/service/values/service.ts deploymentMaximumPercent": (deploymentMaximumPercent) =>
    service({ deploymentMaximumPercent }),
  "ecs/service/values/service.ts healthCheckGracePeriodSeconds": (healthCheckGracePeriodSeconds) =>
    service({ healthCheckGracePeriodSeconds }),
  "ecs/service/values/service.ts steadyStateTimeout": (steadyStateTimeout) =>
    service({ steadyStateTimeout }),
  "ecs/service/values/service.ts settlingSeconds": (settlingSeconds) =>
    service({ settlingSeconds }),
  "ecs/service/values/service.ts containerPort": (containerPort) =>
    service({ loadBalancers: [{ targetGroupArn: group, containerName: "web", containerPort }] }),
  "ecs/service/values/awsOnly.ts base": (base) =>
    service({ capacityProviderStrategies: [{ capacityProvider: "p", base }] }),
  "ecs/service/values/awsOnly.ts weight": (weight) =>
    service({ capacityProviderStrategies: [{ capacityProvider: "p", weight }] }),
  "ecs/service/values/discovery.ts port": (port) =>
    service({ serviceRegistries: { registryArn: "arn", port } }),
  "ecs/service/values/discovery.ts containerPort": (containerPort) =>
    service({ serviceRegistries: { registryArn: "arn", containerPort } }),
  "ecs/serviceConnect/values.ts port": (port) =>
    service({
      serviceConnectConfiguration: {
        enabled: true,
        services: [{ portName: "http", clientAlias: [{ port }] }],
      },
    }),
  "ecs/schedule/values.ts maximumWindowInMinutes": (maximumWindowInMinutes) =>
    schedule({ flexibleTimeWindow: { mode: "FLEXIBLE", maximumWindowInMinutes } }, {}),
  "ecs/schedule/values.ts maximumEventAgeInSeconds": (maximumEventAgeInSeconds) =>
    schedule({}, { retryPolicy: { maximumEventAgeInSeconds } }),
  "ecs/schedule/values.ts maximumRetryAttempts": (maximumRetryAttempts) =>
    schedule({}, { retryPolicy: { maximumRetryAttempts } }),
  "ecs/schedule/values.ts taskCount": (taskCount) => schedule({}, {}, { taskCount }),
  "ecs/task/values.ts count": (count) => runOnce({ count }),
  "ecs/task/values.ts timeout": (timeout) => runOnce({ timeout }),
  "ecs/task/values.ts cpu": (cpu) => overridden({ cpu }),
  "ecs/task/values.ts memory": (memory) => overridden({ memory }),
  "ecs/task/values.ts memoryReservation": (memoryReservation) => overridden({ memoryReservation }),
  "lb/targetGroup/values.ts port": (port) => targetGroup({ port }),
  "lb/targetGroup/values.ts slowStart": (slowStart) => targetGroup({ slowStart }),
  "lb/targetGroup/values.ts deregistrationDelay": (deregistrationDelay) =>
    targetGroup({ deregistrationDelay }),
  "lb/targetGroup/values.ts interval": (interval) => targetGroup({ healthCheck: { interval } }),
  "lb/targetGroup/values.ts timeout": (timeout) => targetGroup({ healthCheck: { timeout } }),
  "lb/targetGroup/values.ts healthyThreshold": (healthyThreshold) =>
    targetGroup({ healthCheck: { healthyThreshold } }),
  "lb/targetGroup/values.ts unhealthyThreshold": (unhealthyThreshold) =>
    targetGroup({ healthCheck: { unhealthyThreshold } }),
  "lb/targetGroup/values.ts cookieDuration": (cookieDuration) =>
    targetGroup({ stickiness: { type: "lb_cookie", cookieDuration } }),
  "instance/args.ts httpPort": (httpPort) => instance({ httpPort }),
  "instance/args.ts httpsPort": (httpsPort) => instance({ httpsPort }),
  "instance/args.ts portRangeStart": (portRangeStart) =>
    instance({ portRangeStart, portRangeEnd: 9000 }),
  "instance/args.ts portRangeEnd": (portRangeEnd) =>
    instance({ portRangeStart: 9000, portRangeEnd }),
  "instance/args.ts agents": (agents) => instance({ agents }),
  "ecs/taskDefinition/values/taskDefinition.ts sizeInGib": (sizeInGib) =>
    task({ ephemeralStorage: { sizeInGib } }),
  "ecs/taskDefinition/values/volume.ts transitEncryptionPort": (transitEncryptionPort) =>
    task({
      volumes: [
        { name: "v", efsVolumeConfiguration: { fileSystemId: "fs", transitEncryptionPort } },
      ],
    }),
  "ecs/taskDefinition/values/container.ts cpu": (cpu) => oneContainer({ cpu }),
  "ecs/taskDefinition/values/container.ts memory": (memory) => oneContainer({ memory }),
  "ecs/taskDefinition/values/container.ts memoryReservation": (memoryReservation) =>
    oneContainer({ memoryReservation }),
  "ecs/taskDefinition/values/container.ts stopTimeout": (stopTimeout) =>
    oneContainer({ stopTimeout }),
  "ecs/taskDefinition/values/container.ts startTimeout": (startTimeout) =>
    oneContainer({ startTimeout }),
  "ecs/taskDefinition/values/network.ts containerPort": (containerPort) =>
    oneContainer({ portMappings: [{ containerPort }] }),
  "ecs/taskDefinition/values/network.ts hostPort": (hostPort) =>
    oneContainer({ portMappings: [{ containerPort: 80, hostPort }] }),
  "ecs/taskDefinition/values/support.ts ignoredExitCodes": (code) =>
    oneContainer({ restartPolicy: { enabled: true, ignoredExitCodes: [code] } }),
  "ecs/taskDefinition/values/support.ts restartAttemptPeriod": (restartAttemptPeriod) =>
    oneContainer({ restartPolicy: { enabled: true, restartAttemptPeriod } }),
  "ecs/taskDefinition/values/linux.ts sharedMemorySize": (sharedMemorySize) =>
    oneContainer({ linuxParameters: { sharedMemorySize } }),
  "ecs/taskDefinition/values/linux.ts maxSwap": (maxSwap) =>
    oneContainer({ linuxParameters: { maxSwap } }),
  "ecs/taskDefinition/values/linux.ts swappiness": (swappiness) =>
    oneContainer({ linuxParameters: { swappiness } }),
  "ecs/taskDefinition/values/linux.ts size": (size) =>
    oneContainer({ linuxParameters: { tmpfs: [{ containerPath: "/t", size }] } }),
  "ecs/taskDefinition/values/linux.ts softLimit": (softLimit) =>
    oneContainer({ ulimits: [{ name: "nofile", softLimit, hardLimit: 10 }] }),
  "ecs/taskDefinition/values/linux.ts hardLimit": (hardLimit) =>
    oneContainer({ ulimits: [{ name: "nofile", softLimit: 10, hardLimit }] }),
  "ecs/taskDefinition/values/health.ts interval": (interval) =>
    oneContainer({ healthCheck: { command: ["CMD", "true"], interval } }),
  "ecs/taskDefinition/values/health.ts timeout": (timeout) =>
    oneContainer({ healthCheck: { command: ["CMD", "true"], timeout } }),
  "ecs/taskDefinition/values/health.ts retries": (retries) =>
    oneContainer({ healthCheck: { command: ["CMD", "true"], retries } }),
  "ecs/taskDefinition/values/health.ts startPeriod": (startPeriod) =>
    oneContainer({ healthCheck: { command: ["CMD", "true"], startPeriod } }),
};

test("every number that a component takes is in the table", () => {
  const numbersIn = (folder: string, files: RegExp, form: RegExp): string[] =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => files.test(file))
      .flatMap((file) =>
        [...readFileSync(join(folder, file), "utf8").matchAll(form)].map(
          ([, name = ""]) => `${file} ${name}`,
        ),
      );
  const fields = [
    ...numbersIn(
      "components",
      /[aA]rgs\.ts$/,
      /readonly (\w+)\??: pulumi\.Input<(?:pulumi\.Input<)?number\b/g,
    ),
    ...numbersIn("core", /\/values(\/\w+)?\.ts$/, /readonly (\w+)\??: (?:readonly )?number\b/g),
  ];
  expect([...new Set(fields)].sort()).toEqual(Object.keys(CHECKS).sort());
});

describe.each(Object.entries(CHECKS))("%s", (field, check) => {
  const name = field.split(" ")[1] ?? "";

  test.each([[2 ** 31], [-(2 ** 31) - 1], [1.5]])(
    "refuses %d by a code, a path and a hint",
    (value) => {
      const found = errors(check(value)).filter(({ path }) =>
        new RegExp(`\\.${name}(\\[0\\])?$`).test(path),
      );
      expect(found).not.toEqual([]);
      for (const { code, hint } of found) {
        expect(code).toMatch(/^KECS10\d\d$/);
        expect(hint).not.toBe(undefined);
      }
    },
  );
});

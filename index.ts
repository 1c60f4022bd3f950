import * as pulumi from "@pulumi/pulumi";
import {
  Alb,
  EcsCluster,
  EcsService,
  KecsInstance,
  Listener,
  stackOutputs,
  TargetGroup,
  TaskDefinition,
} from "./components";
import { readStackConfig, type StackConfig } from "./components/stack/stackConfig";

/** The sample: a load balancer before three tasks that answer with their own names. */
function sampleApplication(instance: KecsInstance, config: StackConfig): Alb {
  const { connection, options } = instance;
  const { image, listeners } = config.sample;
  const name = `${config.instance.instanceName}-alb`;

  const alb = new Alb(name, { connection }, options);
  const group = new TargetGroup(
    "sample",
    { connection, healthCheck: { path: "/health" } },
    options,
  );
  for (const port of listeners) {
    new Listener(
      `${name}-${port}`,
      {
        connection,
        loadBalancerArn: alb.arn,
        port,
        defaultActions: [{ type: "forward", targetGroupArn: group.arn }],
      },
      options,
    );
  }
  const task = new TaskDefinition(
    "sample",
    {
      connection,
      containerDefinitions: [{ name: "web", image, portMappings: [{ containerPort: 80 }] }],
    },
    options,
  );
  new EcsService(
    "sample",
    {
      connection,
      cluster: new EcsCluster("sample", { connection }, options).arn,
      taskDefinition: task.arn,
      desiredCount: 3,
      loadBalancers: [{ targetGroupArn: group.arn, containerName: "web", containerPort: 80 }],
    },
    options,
  );
  return alb;
}

const config = readStackConfig(pulumi.runtime.allConfig(), process.env);
const { instanceName, ...args } = config.instance;
const instance = new KecsInstance(instanceName, args);
const albs = config.sample.enabled ? [sampleApplication(instance, config)] : [];

module.exports = stackOutputs(instance, albs);

import type { Connection } from "../../connection";
import { recordedTargetGroup } from "../../lb/targetGroup/record";
import type { ObjectRecord } from "../../records/records";
import { recordedTask } from "../taskDefinition/recorded";
import type { ServiceModel } from "./manifests";
import { serviceModel } from "./model";
import { hasEnded, recordedValues, serviceAttributes } from "./record";

/**
 * What the Deployment of a service is made of, by the records alone, whoever made the service. A
 * target group without a record is left out. Undefined where it has ended, and where the records do
 * not tell what its tasks are: the task definition's is gone, or an earlier version of KECS wrote it.
 *
 * @param secretsVersion changes with the values of the task definition's secrets
 */
export function recordedService(
  record: ObjectRecord,
  records: readonly ObjectRecord[],
  connection: Connection,
  secretsVersion: string,
): ServiceModel | undefined {
  const attributes = serviceAttributes(record);
  if (hasEnded(attributes)) return undefined;
  const definition = records.find(({ arn }) => arn === attributes.taskDefinition);
  const task = definition === undefined ? undefined : recordedTask(definition);
  if (task === undefined) return undefined;
  return serviceModel(recordedValues(attributes, connection), {
    task,
    secretsVersion,
    groups: attributes.loadBalancers.map(({ targetGroupArn }) => {
      const group = records.find(({ arn }) => arn === targetGroupArn);
      return group === undefined ? undefined : recordedTargetGroup(group);
    }),
    connect: attributes.connect,
    isNamed: (index) => attributes.namedPorts?.[index] ?? true,
  });
}

import type { Operations } from "../../world/operation";
import { createCluster } from "./createCluster";
import { createService } from "./createService";
import { deleteCluster } from "./deleteCluster";
import { deleteService } from "./deleteService";
import { deleteTaskDefinitions } from "./deleteTaskDefinitions";
import { deregisterTaskDefinition } from "./deregisterTaskDefinition";
import { describeCapacityProviders } from "./describeCapacityProviders";
import { describeClusters } from "./describeClusters";
import { describeServiceDeployments } from "./describeServiceDeployments";
import { describeServiceRevisions } from "./describeServiceRevisions";
import { describeServices } from "./describeServices";
import { describeTaskDefinition } from "./describeTaskDefinition";
import { describeTasks } from "./describeTasks";
import { executeCommand } from "./executeCommand";
import { listAccountSettings } from "./listAccountSettings";
import { listClusters } from "./listClusters";
import { listContainerInstances } from "./listContainerInstances";
import { listServiceDeployments } from "./listServiceDeployments";
import { listServices } from "./listServices";
import { listTagsForResource } from "./listTagsForResource";
import { listTaskDefinitionFamilies } from "./listTaskDefinitionFamilies";
import { listTaskDefinitions } from "./listTaskDefinitions";
import { listTasks } from "./listTasks";
import { putClusterCapacityProviders } from "./putClusterCapacityProviders";
import { registerTaskDefinition } from "./registerTaskDefinition";
import { runTask } from "./runTask";
import { stopTask } from "./stopTask";
import { tagResource } from "./tagResource";
import { untagResource } from "./untagResource";
import { updateCluster } from "./updateCluster";
import { updateClusterSettings } from "./updateClusterSettings";
import { updateService } from "./updateService";

export { LENIENCIES } from "./leniencies";

/** The operations of ECS by AWS's names. */
export const operations = {
  CreateCluster: createCluster,
  CreateService: createService,
  DeleteCluster: deleteCluster,
  DeleteService: deleteService,
  DeleteTaskDefinitions: deleteTaskDefinitions,
  DeregisterTaskDefinition: deregisterTaskDefinition,
  DescribeCapacityProviders: describeCapacityProviders,
  DescribeClusters: describeClusters,
  DescribeServiceDeployments: describeServiceDeployments,
  DescribeServiceRevisions: describeServiceRevisions,
  DescribeServices: describeServices,
  DescribeTaskDefinition: describeTaskDefinition,
  DescribeTasks: describeTasks,
  ExecuteCommand: executeCommand,
  ListAccountSettings: listAccountSettings,
  ListClusters: listClusters,
  ListContainerInstances: listContainerInstances,
  ListServiceDeployments: listServiceDeployments,
  ListServices: listServices,
  ListTagsForResource: listTagsForResource,
  ListTaskDefinitionFamilies: listTaskDefinitionFamilies,
  ListTaskDefinitions: listTaskDefinitions,
  ListTasks: listTasks,
  PutClusterCapacityProviders: putClusterCapacityProviders,
  RegisterTaskDefinition: registerTaskDefinition,
  RunTask: runTask,
  StopTask: stopTask,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateCluster: updateCluster,
  UpdateClusterSettings: updateClusterSettings,
  UpdateService: updateService,
} as const satisfies Operations;

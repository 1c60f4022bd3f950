import type { Operations } from "../../world/operation";
import { createCluster } from "./createCluster";
import { createService } from "./createService";
import { deleteCluster } from "./deleteCluster";
import { deleteService } from "./deleteService";
import { deleteTaskDefinitions } from "./deleteTaskDefinitions";
import { deregisterTaskDefinition } from "./deregisterTaskDefinition";
import { describeClusters } from "./describeClusters";
import { describeServiceDeployments } from "./describeServiceDeployments";
import { describeServices } from "./describeServices";
import { describeTaskDefinition } from "./describeTaskDefinition";
import { describeTasks } from "./describeTasks";
import { executeCommand } from "./executeCommand";
import { listClusters } from "./listClusters";
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
  DescribeClusters: describeClusters,
  DescribeServiceDeployments: describeServiceDeployments,
  DescribeServices: describeServices,
  DescribeTaskDefinition: describeTaskDefinition,
  DescribeTasks: describeTasks,
  ExecuteCommand: executeCommand,
  ListClusters: listClusters,
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

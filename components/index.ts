export { Alb } from "./alb/alb";
export type { AlbArgs } from "./alb/args";
export { EcsCluster, type EcsClusterArgs } from "./ecsCluster/ecsCluster";
export type { EcsServiceArgs, ServiceLoadBalancerArgs } from "./ecsService/args";
export { EcsService } from "./ecsService/ecsService";
export type { KecsInstanceArgs } from "./instance/args";
export { KecsInstance } from "./instance/kecsInstance";
export type { Traefik } from "./instance/traefik/traefik";
export { CODES, formatIssue, KecsError, type Code, type Issue } from "./internal/errors";
export type { ActionArgs, ListenerArgs } from "./listener/args";
export { Listener } from "./listener/listener";
export type * from "./outputs/contract";
export { KecsStack } from "./outputs/kecsStack";
export { stackOutputs, type PendingOutputs } from "./outputs/stackOutputs";
export type { HealthCheckArgs, TargetGroupArgs } from "./targetGroup/args";
export { TargetGroup } from "./targetGroup/targetGroup";
export type {
  ContainerDefinitionArgs,
  EnvironmentVariableArgs,
  PortMappingArgs,
  TaskDefinitionArgs,
} from "./taskDefinition/args";
export { TaskDefinition } from "./taskDefinition/taskDefinition";

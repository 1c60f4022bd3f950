export { Alb } from "./alb/alb";
export type { AlbArgs, LogsArgs, QuotasArgs } from "./alb/args";
export type { CertificateArgs } from "./certificate/args";
export { authorityFile } from "./certificate/authority/dataFolder";
export { Certificate } from "./certificate/certificate";
export { EcsCluster, type EcsClusterArgs } from "./ecsCluster/ecsCluster";
export type { EcsServiceArgs, ServiceLoadBalancerArgs } from "./ecsService/args";
export { EcsService } from "./ecsService/ecsService";
export type { KecsInstanceArgs } from "./instance/args";
export { KecsInstance } from "./instance/kecsInstance";
export type { Traefik } from "./instance/traefik/traefik";
export { CODES, formatIssue, KecsError, type Code, type Issue } from "./internal/errors";
export type * from "./listener/actionArgs";
export type { ListenerArgs, MutualAuthenticationArgs } from "./listener/args";
export { Listener } from "./listener/listener";
export type * from "./listenerRule/args";
export { ListenerRule } from "./listenerRule/listenerRule";
export type { ListenerCertificateArgs } from "./listenerCertificate/args";
export { ListenerCertificate } from "./listenerCertificate/listenerCertificate";
export type * from "./outputs/contract";
export { KecsStack } from "./outputs/kecsStack";
export { stackOutputs, type PendingOutputs } from "./outputs/stackOutputs";
export type * as routing from "./routing/model";
export type { HealthCheckArgs, StickinessArgs, TargetGroupArgs } from "./targetGroup/args";
export { TargetGroup } from "./targetGroup/targetGroup";
export type {
  ContainerDefinitionArgs,
  EnvironmentVariableArgs,
  PortMappingArgs,
  TaskDefinitionArgs,
} from "./taskDefinition/args";
export { TaskDefinition } from "./taskDefinition/taskDefinition";
export type { TrustStoreArgs } from "./trustStore/args";
export { TrustStore } from "./trustStore/trustStore";

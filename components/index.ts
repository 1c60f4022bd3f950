export { Alb } from "./alb/alb";
export type { AlbArgs, LogsArgs, QuotasArgs } from "./alb/args";
export type { CertificateArgs } from "./certificate/args";
export { authorityFile } from "./certificate/authority/dataFolder";
export { Certificate } from "./certificate/certificate";
export { EcsCluster, type EcsClusterArgs } from "./ecsCluster/ecsCluster";
export type {
  DeploymentCircuitBreakerArgs,
  EcsServiceArgs,
  ServiceLoadBalancerArgs,
} from "./ecsService/args";
export type {
  AlarmsArgs,
  CapacityProviderStrategyArgs,
  DeploymentConfigurationArgs,
  DeploymentControllerArgs,
  NetworkConfigurationArgs,
  PlacementConstraintArgs,
  PlacementStrategyArgs,
  VolumeConfigurationArgs,
} from "./ecsService/awsOnlyArgs";
export type {
  ServiceConnectClientAliasArgs,
  ServiceConnectConfigurationArgs,
  ServiceConnectServiceArgs,
  ServiceRegistriesArgs,
} from "./ecsService/discoveryArgs";
export { EcsService } from "./ecsService/ecsService";
export type { ImageArgs, ImageBuildArgs } from "./image/args";
export { Image } from "./image/image";
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
export type {
  DiscoveryServiceArgs,
  DnsConfigArgs,
  DnsRecordArgs,
  HealthCheckCustomConfigArgs,
  PrivateDnsNamespaceArgs,
} from "./serviceDiscovery/args";
export { DiscoveryService } from "./serviceDiscovery/discoveryService";
export { PrivateDnsNamespace } from "./serviceDiscovery/privateDnsNamespace";
export type { HealthCheckArgs, StickinessArgs, TargetGroupArgs } from "./targetGroup/args";
export { TargetGroup } from "./targetGroup/targetGroup";
export type * from "./taskDefinition/args";
export type * from "./taskDefinition/containerArgs";
export type * from "./taskDefinition/environmentArgs";
export type * from "./taskDefinition/healthArgs";
export type * from "./taskDefinition/linuxArgs";
export type * from "./taskDefinition/logArgs";
export type * from "./taskDefinition/networkArgs";
export type * from "./taskDefinition/supportArgs";
export type * from "./taskDefinition/volumeArgs";
export { containerDefinitionsFromJson } from "./taskDefinition/fromJson";
export { TaskDefinition } from "./taskDefinition/taskDefinition";
export type { TrustStoreArgs } from "./trustStore/args";
export { TrustStore } from "./trustStore/trustStore";

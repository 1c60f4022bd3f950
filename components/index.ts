export type { InputsOf, NestedInputs } from "./inputs/inputsOf";
export { Alb } from "./lb/alb/alb";
export type { AlbArgs, LogsArgs, QuotasArgs } from "./lb/alb/args";
export type { CertificateArgs } from "./acm/args";
export { authorityFile } from "../cluster/authority/dataFolder";
export { Certificate } from "./acm/certificate";
export {
  EcsCluster,
  type EcsClusterArgs,
  type ServiceConnectDefaultsArgs,
} from "./ecs/cluster/ecsCluster";
export type { ServiceConnectDefaultsValues } from "../core/ecs/cluster/fields";
export type * from "./ecs/service/args";
export type * from "../core/ecs/service/values";
export type { ConnectObjects } from "./ecs/service/connectObjects";
export type { EndpointOutputs } from "../core/outputs/endpoints";
export { EcsService } from "./ecs/service/ecsService";
export type * from "./ecs/task/args";
export type * from "../core/ecs/task/values";
export { EcsTask, type RunTask } from "./ecs/task/ecsTask";
export type * from "./ecs/schedule/args";
export type * from "../core/ecs/schedule/values";
export { Schedule } from "./ecs/schedule/schedule";
export type { ImageArgs, ImageBuildArgs } from "./image/args";
export { Image } from "./image/image";
export type { KecsInstanceArgs } from "./instance/args";
export { KecsInstance } from "./instance/kecsInstance";
export type { Traefik } from "./instance/traefik";
export { CODES, formatIssue, KecsError, type Code, type Issue } from "../core/validate";
export type * from "./lb/listener/actionArgs";
export type { ListenerArgs, MutualAuthenticationArgs } from "./lb/listener/args";
export { Listener } from "./lb/listener/listener";
export type * from "./lb/listenerRule/args";
export type * from "../core/lb/actions/values";
export type { HttpHeaderValues } from "../core/lb/conditions/httpHeader/values";
export type { ListValues, PatternValues } from "../core/lb/conditions/patternValues";
export type { QueryStringValues } from "../core/lb/conditions/queryString/values";
export { ListenerRule } from "./lb/listenerRule/listenerRule";
export type { ListenerCertificateArgs } from "./lb/listenerCertificate/args";
export { ListenerCertificate } from "./lb/listenerCertificate/listenerCertificate";
export type { Connection } from "../core/connection";
export type * from "../core/outputs/contract";
export type * from "../core/ports/portsOutputs";
export { KecsStack } from "./stack/kecsStack";
export { stackOutputs, type PendingOutputs } from "./stack/stackOutputs";
export type * as routing from "../core/lb/model";
export type {
  DiscoveryServiceArgs,
  DnsConfigArgs,
  DnsRecordArgs,
  HealthCheckCustomConfigArgs,
  HttpNamespaceArgs,
  PrivateDnsNamespaceArgs,
} from "./servicediscovery/args";
export { HttpNamespace } from "./servicediscovery/httpNamespace";
export { DiscoveryService } from "./servicediscovery/discoveryService";
export { PrivateDnsNamespace } from "./servicediscovery/privateDnsNamespace";
export type { MutualAuthenticationValues } from "../core/lb/listener/values";
export type { LogsValues, Quotas } from "../core/lb/loadBalancer/values";
export type { HealthCheckValues, StickinessValues } from "../core/lb/targetGroup/values";
export type { HealthCheckArgs, StickinessArgs, TargetGroupArgs } from "./lb/targetGroup/args";
export { TargetGroup } from "./lb/targetGroup/targetGroup";
export type * from "./ecs/taskDefinition/args";
export type * from "../core/ecs/taskDefinition/values";
export { containerDefinitionsFromJson } from "./ecs/taskDefinition/fromJson";
export { TaskDefinition } from "./ecs/taskDefinition/taskDefinition";
export type { TrustStoreArgs } from "./lb/trustStore/args";
export { TrustStore } from "./lb/trustStore/trustStore";

import { holding, type SpecsOf } from "../../support/fieldSpec";
import type { ResolvedService } from "./values";

/** Service Connect, which is refused as a whole where it is enabled. */
export const SERVICE_CONNECT_FIELDS: SpecsOf<
  NonNullable<ResolvedService["serviceConnectConfiguration"]>
> = {
  enabled: "boolean!",
  namespace: "text",
  accessLogConfiguration: holding("object", { format: "text", includeQueryParameters: "text" }),
  logConfiguration: holding("object", {
    logDriver: "text",
    options: "textMap",
    secretOptions: holding("objects", { name: "text", valueFrom: "text" }),
  }),
  services: holding("objects", {
    portName: "text!",
    discoveryName: "text",
    clientAlias: holding("objects", {
      dnsName: "text",
      port: "number!",
      testTrafficRules: holding("objects", {
        header: holding("object", { name: "text", value: holding("object", { exact: "text" }) }),
      }),
    }),
    ingressPortOverride: "number",
    timeout: holding("object", {
      idleTimeoutSeconds: "number",
      perRequestTimeoutSeconds: "number",
    }),
    tls: holding("object", {
      issuerCertAuthority: holding("object", { awsPcaAuthorityArn: "text" }),
      kmsKey: "text",
      roleArn: "text",
    }),
  }),
};

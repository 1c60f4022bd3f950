import { emulated, holding, ignored, supported, type SpecsOf } from "../../support/fieldSpec";
import type { ResolvedService } from "./values/service";

const NO_PROXY = "there is no proxy in front of the tasks";

/** Service Connect: names and addresses of the instance, without AWS's proxy. */
export const SERVICE_CONNECT_FIELDS: SpecsOf<
  NonNullable<ResolvedService["serviceConnectConfiguration"]>
> = {
  enabled: emulated(
    "boolean!",
    "the tasks know the names of the namespace; connections go straight to a ready task, without AWS's proxy: no retries, no outlier detection, no metrics",
  ),
  namespace: supported(
    "text",
    "ARN or name; else the one of the cluster's `serviceConnectDefaults`",
  ),
  accessLogConfiguration: ignored("object", `${NO_PROXY} that writes a log`, {
    fields: { format: "text", includeQueryParameters: "text" },
  }),
  logConfiguration: ignored("object", `${NO_PROXY} that writes a log`, {
    fields: {
      logDriver: "text",
      options: "textMap",
      secretOptions: holding("objects", { name: "text", valueFrom: "text" }),
    },
  }),
  services: supported("objects", "each of them a port that others reach", {
    fields: {
      portName: supported("text!", "name of a port mapping of the task definition"),
      discoveryName: supported("text", "`portName` without it"),
      clientAlias: emulated(
        "objects",
        "a name and a port for the tasks of the namespace; each connection goes to one of the ready tasks",
        {
          fields: {
            dnsName: supported(
              "text",
              "`discoveryName` and the namespace's name without it; a name belongs to one service",
            ),
            port: supported(
              "number!",
              "a port of one service leads to one container port, whatever the alias",
            ),
            testTrafficRules: ignored("objects", "deployments are rolling updates", {
              fields: {
                header: holding("object", {
                  name: "text",
                  value: holding("object", { exact: "text" }),
                }),
              },
            }),
          },
        },
      ),
      ingressPortOverride: ignored("number", `${NO_PROXY} that could listen on it`),
      timeout: ignored("object", "connections and requests last as long as both sides want", {
        fields: { idleTimeoutSeconds: "number", perRequestTimeoutSeconds: "number" },
      }),
      tls: ignored("object", "connections between tasks are not encrypted", {
        fields: {
          issuerCertAuthority: holding("object", { awsPcaAuthorityArn: "text" }),
          kmsKey: "text",
          roleArn: "text",
        },
      }),
    },
  }),
};

import * as pulumi from "@pulumi/pulumi";
import {
  EcsCluster,
  EcsService,
  HttpNamespace,
  KecsInstance,
  stackOutputs,
  TaskDefinition,
  type ServiceConnectConfigurationArgs,
} from "kecs";

/* Services that reach each other by aliases, and one that knows none of them. */
const config = new pulumi.Config();
const local = new pulumi.Config("kecs");
const instance = new KecsInstance(local.require("instance"), {
  httpPort: local.requireNumber("httpPort"),
  httpsPort: local.requireNumber("httpsPort"),
  k3sImage: process.env["KECS_K3S_IMAGE"] ?? "rancher/k3s:v1.34.2-k3s1",
  traefikImage: process.env["KECS_TRAEFIK_IMAGE"] ?? "traefik:v3.7.13",
});
const { connection, options } = instance;

const namespace = new HttpNamespace("myapp", { connection }, options);
const other = new HttpNamespace("other", { connection }, options);
const shop = new EcsCluster(
  "shop",
  { connection, serviceConnectDefaults: { namespace: namespace.arn } },
  options,
);
const back = new EcsCluster("back", { connection }, options);

function service(
  name: string,
  cluster: EcsCluster,
  serviceConnectConfiguration: ServiceConnectConfigurationArgs | undefined,
  more: { readonly desiredCount?: number; readonly version?: string } = {},
): void {
  const task = new TaskDefinition(
    name,
    {
      connection,
      containerDefinitions: [
        {
          name: "web",
          image: config.require("image"),
          portMappings: [{ name: "http", containerPort: 8080 }],
          environment: [{ name: "KECS_TARGET", value: more.version ?? "" }],
        },
      ],
    },
    options,
  );
  new EcsService(
    name,
    {
      connection,
      cluster: cluster.arn,
      taskDefinition: task.arn,
      desiredCount: more.desiredCount ?? 1,
      settlingSeconds: 1,
      ...(serviceConnectConfiguration === undefined ? {} : { serviceConnectConfiguration }),
    },
    options,
  );
}

service(
  config.require("server"),
  shop,
  {
    enabled: true,
    services: [
      { portName: "http", discoveryName: "orders", clientAlias: [{ dnsName: "orders", port: 80 }] },
      { portName: "http", discoveryName: config.require("second"), clientAlias: [{ port: 9090 }] },
    ],
  },
  { desiredCount: 2, version: config.require("version") },
);
service("web", shop, { enabled: true });
service("audit", back, { enabled: true, namespace: namespace.arn });
service("stranger", back, { enabled: true, namespace: other.name });
service("outsider", shop, undefined);

module.exports = stackOutputs(instance, []);

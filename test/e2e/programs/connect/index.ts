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

interface Tasks {
  readonly desiredCount?: number;
  readonly version?: string;
  readonly port?: number;
}

function service(
  name: string,
  cluster: EcsCluster,
  serviceConnectConfiguration: ServiceConnectConfigurationArgs | undefined,
  { desiredCount = 1, version = "", port = 8080 }: Tasks = {},
): void {
  const task = new TaskDefinition(
    name,
    {
      connection,
      containerDefinitions: [
        {
          name: "web",
          image: config.require("image"),
          portMappings: [{ name: "http", containerPort: port }],
          environment: [
            { name: "KECS_TARGET", value: version },
            { name: "PORT", value: String(port) },
          ],
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
      desiredCount,
      settlingSeconds: 1,
      ...(serviceConnectConfiguration === undefined ? {} : { serviceConnectConfiguration }),
    },
    options,
  );
}

/** An alias that one service has, and another gets from it. */
const moving = {
  portName: "http",
  discoveryName: "moving",
  clientAlias: [{ dnsName: "moving", port: 7000 }],
};
const holder = config.require("holder");

service(
  config.require("server"),
  shop,
  {
    enabled: true,
    services: [
      { portName: "http", discoveryName: "orders", clientAlias: [{ dnsName: "orders", port: 80 }] },
      { portName: "http", discoveryName: config.require("second"), clientAlias: [{ port: 9090 }] },
      ...(holder === "server" ? [moving] : []),
    ],
  },
  { desiredCount: 2, version: config.require("version"), port: config.requireNumber("port") },
);
service(
  "web",
  shop,
  { enabled: true, services: holder === "web" ? [moving] : [] },
  { version: "web" },
);
service("audit", back, { enabled: true, namespace: namespace.arn });
service("stranger", back, { enabled: true, namespace: other.name });
service("outsider", shop, undefined);

module.exports = stackOutputs(instance, []);

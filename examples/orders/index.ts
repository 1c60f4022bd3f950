import * as pulumi from "@pulumi/pulumi";
import {
  Alb,
  DiscoveryService,
  EcsCluster,
  EcsService,
  EcsTask,
  Image,
  KecsInstance,
  Listener,
  PrivateDnsNamespace,
  stackOutputs,
  TargetGroup,
  TaskDefinition,
} from "kecs";

/*
 * Orders come by an API, a worker does them, and PostgreSQL keeps them on a volume that outlives its
 * task. A migration runs before each new version of the API: if it fails, the old one stays.
 *
 * pulumi config set --secret databasePassword …
 * pulumi config set extraStep "CREATE INDEX …"
 * pulumi config set redeployment 2
 */
const config = new pulumi.Config();
const password = config.getSecret("databasePassword") ?? pulumi.secret("local");
const extraStep = config.get("extraStep");
const local = new pulumi.Config("kecs");
const instance = new KecsInstance(local.get("instance") ?? "orders", {
  httpPort: local.getNumber("httpPort") ?? 8080,
  httpsPort: local.getNumber("httpsPort") ?? 8443,
});
const { connection, options } = instance;

const args = { BASE_IMAGE: process.env["KECS_DEBIAN_IMAGE"] ?? "debian:bookworm-slim" };
const image = (name: string) =>
  new Image(name, { connection, build: { context: `${__dirname}/${name}`, args } }, options).ref;

const namespace = new PrivateDnsNamespace("orders.local", { connection }, options);
const cluster = new EcsCluster(
  "orders",
  { connection, serviceConnectDefaults: { namespace: namespace.arn } },
  options,
).arn;

const secretValues = { "/orders/database-password": password };
const valueFrom = "/orders/database-password";

// The database: one task, on a volume, found by its name.
const databaseName = new DiscoveryService(
  "database",
  { connection, dnsConfig: { namespaceId: namespace.id, dnsRecords: [{ type: "A", ttl: 10 }] } },
  options,
);
const database = new EcsService(
  "database",
  {
    connection,
    cluster,
    taskDefinition: new TaskDefinition(
      "database",
      {
        connection,
        secretValues,
        volumes: [
          { name: "data", efsVolumeConfiguration: { fileSystemId: "fs-0123456789abcdef0" } },
        ],
        containerDefinitions: [
          {
            name: "postgres",
            image: image("database"),
            portMappings: [{ containerPort: 5432 }],
            secrets: [{ name: "POSTGRES_PASSWORD", valueFrom }],
            mountPoints: [{ sourceVolume: "data", containerPath: "/var/lib/postgresql" }],
            healthCheck: {
              command: ["CMD", "/usr/lib/postgresql/15/bin/pg_isready", "--host", "127.0.0.1"],
              interval: 5,
            },
          },
        ],
      },
      options,
    ).arn,
    desiredCount: 1,
    // Two tasks on one volume would destroy it.
    deploymentMinimumHealthyPercent: 0,
    deploymentMaximumPercent: 100,
    serviceRegistries: { registryArn: databaseName.arn },
    forceNewDeployment: true,
    triggers: { redeployment: config.get("redeployment") ?? "1" },
  },
  options,
);

const fromDatabase = {
  environment: [
    { name: "PGHOST", value: databaseName.dnsName },
    { name: "PGUSER", value: "postgres" },
    { name: "PGDATABASE", value: "postgres" },
  ],
  secrets: [{ name: "PGPASSWORD", valueFrom }],
};

const api = new TaskDefinition(
  "api",
  {
    connection,
    secretValues,
    containerDefinitions: [
      {
        name: "api",
        image: image("api"),
        portMappings: [{ name: "http", containerPort: 8080 }],
        ...fromDatabase,
      },
    ],
  },
  options,
);
const migration = new EcsTask(
  "migrate",
  {
    connection,
    cluster,
    taskDefinition: api.arn,
    overrides: {
      containerOverrides: [
        {
          name: "api",
          command: ["node", "/app/migrate.js"],
          environment: extraStep === undefined ? [] : [{ name: "EXTRA_STEP", value: extraStep }],
        },
      ],
    },
    timeout: 120,
  },
  { ...options, dependsOn: database },
);

const group = new TargetGroup("api", { connection, healthCheck: { path: "/health" } }, options);
const apiService = new EcsService(
  "api",
  {
    connection,
    cluster,
    taskDefinition: api.arn,
    desiredCount: 2,
    loadBalancers: [{ targetGroupArn: group.arn, containerName: "api", containerPort: 8080 }],
    serviceConnectConfiguration: {
      enabled: true,
      services: [{ portName: "http", clientAlias: [{ dnsName: "api", port: 80 }] }],
    },
  },
  { ...options, dependsOn: migration },
);
new EcsService(
  "worker",
  {
    connection,
    cluster,
    taskDefinition: new TaskDefinition(
      "worker",
      {
        connection,
        secretValues,
        containerDefinitions: [
          {
            name: "worker",
            image: image("worker"),
            environment: [...fromDatabase.environment, { name: "API_URL", value: "http://api" }],
            secrets: fromDatabase.secrets,
          },
        ],
      },
      options,
    ).arn,
    serviceConnectConfiguration: { enabled: true },
  },
  { ...options, dependsOn: apiService },
);

const alb = new Alb("orders-alb", { connection }, options);
new Listener(
  "http",
  {
    connection,
    loadBalancerArn: alb.arn,
    port: 80,
    defaultActions: [{ type: "forward", targetGroupArn: group.arn }],
  },
  options,
);

module.exports = { ...stackOutputs(instance, [alb]), migrationLog: migration.logs };

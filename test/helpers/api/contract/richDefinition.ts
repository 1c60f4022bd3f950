import type { ContainerDefinition, RegisterTaskDefinitionRequest } from "@aws-sdk/client-ecs";

/* Every member of a task definition that is accepted; docs/ecs.md says which those are. */

const WEB: ContainerDefinition = {
  name: "web",
  image: "nginx:1.27",
  repositoryCredentials: {
    credentialsParameter: "arn:aws:secretsmanager:us-east-1:000000000000:secret:registry",
  },
  cpu: 128,
  memory: 256,
  memoryReservation: 128,
  links: ["side:s"],
  portMappings: [
    { containerPort: 80, hostPort: 80, protocol: "tcp", name: "web", appProtocol: "http" },
    { containerPort: 53, hostPort: 53, protocol: "udp" },
  ],
  essential: true,
  restartPolicy: { enabled: true, ignoredExitCodes: [0, 3], restartAttemptPeriod: 120 },
  entryPoint: ["sh", "-c"],
  command: ["echo '<&>' \"$A\""],
  environment: [{ name: "A", value: "<é> & \"'\n" }],
  mountPoints: [{ sourceVolume: "data", containerPath: "/data", readOnly: true }],
  volumesFrom: [{ sourceContainer: "side", readOnly: true }],
  linuxParameters: {
    capabilities: { add: ["NET_ADMIN"], drop: ["MKNOD"] },
    initProcessEnabled: true,
    sharedMemorySize: 64,
    tmpfs: [{ containerPath: "/tmp/a", size: 16, mountOptions: ["rw"] }],
    maxSwap: 1,
    swappiness: 0,
  },
  dependsOn: [{ containerName: "side", condition: "START" }],
  startTimeout: 60,
  stopTimeout: 30,
  versionConsistency: "disabled",
  hostname: "web",
  user: "1000:1000",
  workingDirectory: "/srv",
  privileged: false,
  readonlyRootFilesystem: true,
  dnsServers: ["10.0.0.2"],
  dnsSearchDomains: ["shop.test"],
  extraHosts: [{ hostname: "db.shop.test", ipAddress: "10.0.0.3" }],
  dockerSecurityOptions: ["no-new-privileges"],
  interactive: true,
  pseudoTerminal: true,
  dockerLabels: { team: "shop", "a.b": "c" },
  ulimits: [{ name: "nofile", softLimit: 1024, hardLimit: 2048 }],
  logConfiguration: {
    logDriver: "awslogs",
    options: {
      "awslogs-group": "/ecs/web",
      "awslogs-region": "us-east-1",
      "awslogs-stream-prefix": "web",
    },
    secretOptions: [
      { name: "token", valueFrom: "arn:aws:ssm:us-east-1:000000000000:parameter/token" },
    ],
  },
  healthCheck: {
    command: ["CMD-SHELL", "curl -f localhost || exit 1"],
    interval: 10,
    timeout: 4,
    retries: 2,
    startPeriod: 20,
  },
  systemControls: [{ namespace: "net.core.somaxconn", value: "1024" }],
};

const SIDE: ContainerDefinition = {
  name: "side",
  image: "busybox:1.36",
  essential: false,
  memory: 64,
  firelensConfiguration: { type: "fluentbit", options: { "enable-ecs-log-metadata": "true" } },
  logConfiguration: { logDriver: "json-file", options: { "max-size": "1m" } },
};

export const RICH_DEFINITION: RegisterTaskDefinitionRequest = {
  family: "rich",
  taskRoleArn: "arn:aws:iam::000000000000:role/task",
  executionRoleArn: "arn:aws:iam::000000000000:role/execution",
  networkMode: "bridge",
  containerDefinitions: [WEB, SIDE],
  volumes: [{ name: "data" }],
  placementConstraints: [
    { type: "memberOf", expression: "attribute:ecs.availability-zone == us-east-1a" },
  ],
  requiresCompatibilities: ["EC2"],
  cpu: "256",
  memory: "512",
  tags: [{ key: "team", value: "shop" }],
  pidMode: "task",
  ipcMode: "task",
  ephemeralStorage: { sizeInGiB: 30 },
  runtimePlatform: { cpuArchitecture: "X86_64", operatingSystemFamily: "LINUX" },
  enableFaultInjection: false,
};

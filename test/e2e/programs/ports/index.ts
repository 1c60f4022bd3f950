import * as pulumi from "@pulumi/pulumi";
import { EcsCluster, EcsService, Image, KecsInstance, stackOutputs, TaskDefinition } from "kecs";

/* Services that ports of this machine lead to: one speaks first, the other answers HTTP. */
const config = new pulumi.Config();
const local = new pulumi.Config("kecs");
const first = local.requireNumber("portRangeStart");

const instance = new KecsInstance(local.require("instance"), {
  httpPort: local.requireNumber("httpPort"),
  httpsPort: local.requireNumber("httpsPort"),
  portRangeStart: first,
  portRangeEnd: local.requireNumber("portRangeEnd"),
  k3sImage: process.env["KECS_K3S_IMAGE"] ?? "rancher/k3s:v1.34.2-k3s1",
  traefikImage: process.env["KECS_TRAEFIK_IMAGE"] ?? "traefik:v3.7.13",
});
const { connection, options } = instance;
const cluster = new EcsCluster("main", { connection }, options).arn;
const shell = new Image("shell", { connection, imageName: config.require("shell") }, options);

/** Greets, and says every line again. */
const SPEAKER = String.raw`
use IO::Socket;
$SIG{CHLD} = "IGNORE";
sleep 2;
my $server = IO::Socket::INET->new(LocalPort => 5432, Listen => 64, ReuseAddr => 1) or die $!;
while (1) {
  my $client = $server->accept or next;
  if (fork) { close $client; next; }
  print $client "220 $ENV{VERSION}\r\n";
  while (my $line = <$client>) { print $client "$ENV{VERSION} $line"; }
  exit;
}`;

function speaker(
  name: string,
  version: string,
  localPort: number,
  desiredCount: number,
): EcsService {
  const task = new TaskDefinition(
    name,
    {
      connection,
      containerDefinitions: [
        {
          name: "speaker",
          image: shell.ref,
          command: ["perl", "-e", SPEAKER],
          environment: [{ name: "VERSION", value: version }],
          portMappings: [{ containerPort: 5432, hostPort: localPort }],
        },
      ],
    },
    options,
  );
  return new EcsService(
    name,
    { connection, cluster, taskDefinition: task.arn, desiredCount },
    options,
  );
}
const db = speaker("db", config.require("version"), first, 2);
speaker("cache", "always", first + 2, 1);

const echo = new TaskDefinition(
  "echo",
  {
    connection,
    containerDefinitions: [
      {
        name: "echo",
        image: config.require("echo"),
        environment: [{ name: "PORT", value: String(first + 1) }],
        portMappings: [{ containerPort: first + 1, hostPort: first + 1 }],
      },
    ],
  },
  options,
);
new EcsService("web", { connection, cluster, taskDefinition: echo.arn }, options);

module.exports = { ...stackOutputs(instance, []), endpoints: db.endpoints };

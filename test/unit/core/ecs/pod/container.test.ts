import { containerManifest } from "../../../../../core/ecs/pod/container";
import { environment } from "../../../../../core/ecs/pod/environment";
import { container, task } from "../../../../helpers/tasks";

const settings = { region: "us-east-1", targets: [], endpoints: [] };

test("leaves to the image what the definition does not say", () => {
  const web = container("web");
  expect(containerManifest(web, task([web]), settings)).toEqual({
    name: "web",
    image: "web:1",
    imagePullPolicy: "IfNotPresent",
    ports: [],
    env: environment(web, undefined, "us-east-1"),
    resources: { requests: { cpu: "1m", memory: "0" } },
    volumeMounts: [],
    securityContext: { capabilities: { drop: ["NET_RAW"] } },
  });
});

test("says in Kubernetes' words what the definition says in ECS's", () => {
  const web = container("web", {
    entryPoint: ["/bin/sh", "-c"],
    command: ["echo $(date) $HOME"],
    workingDirectory: "/srv",
    user: { uid: 1000, gid: 1000 },
    interactive: true,
    pseudoTerminal: true,
    ports: [{ containerPort: 80, protocol: "tcp" }],
    secrets: [{ name: "PASSWORD", key: "PASSWORD" }],
    mounts: [{ volume: "cache", path: "/cache", readOnly: false }],
    memoryMiB: 64,
  });
  const whole = task([web], { secretName: "shop" });
  expect(containerManifest(web, whole, settings)).toEqual({
    name: "web",
    image: "web:1",
    imagePullPolicy: "IfNotPresent",
    command: ["/bin/sh", "-c"],
    args: ["echo $$(date) $HOME"],
    workingDir: "/srv",
    ports: [{ containerPort: 80, protocol: "TCP" }],
    env: environment(web, "shop", "us-east-1"),
    resources: { requests: { cpu: "1m", memory: "0" }, limits: { memory: "64Mi" } },
    volumeMounts: [{ name: "cache", mountPath: "/cache" }],
    securityContext: { runAsUser: 1000, runAsGroup: 1000, capabilities: { drop: ["NET_RAW"] } },
    stdin: true,
    tty: true,
  });
});

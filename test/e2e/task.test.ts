import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { podTemplate } from "../../core/ecs/pod/podTemplate";
import type { ContainerModel, TaskModel } from "../../core/ecs/pod/model";
import { labels } from "../../core/labels";
import { targetGroupLabel, targetGroupManifest } from "../../core/lb/targetGroup/manifests";
import { targetHealthCheck } from "../../core/lb/targetGroup/targetHealth";
import { CONNECTION } from "../helpers/samples";
import { container, target, task } from "../helpers/tasks";
import { eventually } from "./support/eventually";
import { Project } from "./support/project";

/*
 * The pods that task definitions become, on a real cluster: what their programs see of it. The
 * image with a shell is the lab's, or Debian's.
 */

const STACK = "ecs-b";
const SERVER = `k3d-kecs-${STACK}-server-0`;
const IMAGE = process.env["KECS_SHELL_IMAGE"] ?? "kecs-lab/base:bookworm";
const READY = { interval: 5, timeout: 2, startPeriod: 0, retries: 3 };

const project = new Project();
const shared = join(project.folder, "shared");
let variables = "";

const shell = async (script: string): Promise<string> =>
  (await project.shellWith(variables, script)).stdout.trim();
const inside = (pod: string, name: string, script: string): Promise<string> =>
  shell(`docker exec ${SERVER} kubectl exec -n kecs ${pod} -c ${name} -- sh -c '${script}'`);

function sh(name: string, script: string, more: Partial<ContainerModel> = {}): ContainerModel {
  return container(name, {
    image: IMAGE,
    entryPoint: ["/bin/sh", "-c"],
    command: [script],
    ...more,
  });
}

function pod(name: string, of: TaskModel, service?: string) {
  const { metadata, spec } = podTemplate(of, {
    connection: CONNECTION,
    cluster: "main",
    ...(service === undefined ? {} : { service }),
    labels: { ...labels("service"), [targetGroupLabel(name)]: "true" },
    annotations: {},
    targets: service === undefined ? [] : [target({ name }, { containerPort: 8080 })],
    healthCheckGracePeriod: 0,
  });
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { ...metadata, name, namespace: "kecs" },
    spec,
  };
}

async function apply(...items: object[]): Promise<void> {
  const file = join(project.folder, "pods.json");
  writeFileSync(file, JSON.stringify({ apiVersion: "v1", kind: "List", items }));
  await shell(`docker exec -i ${SERVER} kubectl apply -f - < ${file}`);
}

const status = (name: string, field: string): Promise<string> =>
  shell(`docker exec ${SERVER} kubectl get pod -n kecs ${name} -o jsonpath='{.status.${field}}'`);

const files = { volume: "files", path: "/files", readOnly: false };

/** Each container writes when it starts; the last one waits for the others in all four ways. */
const shop = task(
  [
    sh("last", "date +%s%N > /files/last; sleep 1000", {
      dependsOn: [
        { containerName: "web", condition: "START" },
        { containerName: "db", condition: "HEALTHY" },
        { containerName: "migrate", condition: "SUCCESS" },
        { containerName: "clean", condition: "COMPLETE" },
      ],
      environment: [{ name: "LITERAL", value: "$(AWS_REGION) $$x" }],
      user: { uid: 1000, gid: 2000 },
      readonlyRootFilesystem: true,
      capabilities: { add: [], drop: ["ALL"] },
      memoryMiB: 128,
      cpuUnits: 512,
      tmpfs: [{ path: "/scratch", sizeMiB: 8 }],
      sharedMemoryMiB: 16,
      mounts: [
        { ...files, readOnly: false },
        { volume: "machine", path: "/machine", readOnly: true },
      ],
    }),
    sh("migrate", "test -f /files/ready && date +%s%N > /files/migrate", {
      essential: false,
      dependsOn: [{ containerName: "db", condition: "HEALTHY" }],
      mounts: [files],
    }),
    sh("clean", "date +%s%N > /files/clean", { essential: false, mounts: [files] }),
    sh("db", "chmod 777 /files; sleep 2; date +%s%N > /files/ready; sleep 1000", {
      healthCheck: { ...READY, command: ["/bin/sh", "-c", "test -f /files/ready"] },
      capabilities: { add: ["NET_ADMIN"], drop: ["CHOWN"] },
      mounts: [files],
    }),
    container("web", {
      image: "kecs-lab/echo:1",
      ports: [{ containerPort: 8080, protocol: "tcp" }],
    }),
  ],
  {
    cpuUnits: 256,
    memoryMiB: 256,
    volumes: [
      { kind: "shared", name: "files", share: "fs-1/data" },
      { kind: "host", name: "machine", path: join(shared, "beneath") },
    ],
  },
);

beforeAll(async () => {
  mkdirSync(join(shared, "beneath"), { recursive: true });
  writeFileSync(join(shared, "beneath", "file"), "of this machine");
  project.configure(STACK, { instance: STACK, httpPort: 8280, httpsPort: 8643, hostPaths: shared });
  await project.json(["start", "--stack", STACK]);
  variables = (await project.kecs(["env", "--stack", STACK])).stdout;
  await shell(`docker save ${IMAGE} | docker exec -i ${SERVER} ctr -n k8s.io images import -`);
  await apply(pod("shop", shop, "shop"), {
    apiVersion: "v1",
    kind: "Service",
    ...targetGroupManifest("shop", 80, targetHealthCheck({})),
  });
  await eventually(async () => {
    expect(await status("shop", 'conditions[?(@.type=="Ready")].status')).toBe("True");
  });
});

afterAll(() => project.remove(STACK));

test("starts containers once those that they wait for have started, are healthy, have ended", async () => {
  const times = await inside(
    "shop",
    "last",
    "cat /files/ready /files/migrate /files/clean /files/last",
  );
  const [ready = "", migrate = "", clean = "", last = ""] = times.split("\n");
  expect(BigInt(migrate) > BigInt(ready)).toBe(true);
  expect(BigInt(last) > BigInt(migrate)).toBe(true);
  expect(BigInt(last) > BigInt(clean)).toBe(true);
});

test("leaves references in values alone, and sets what ECS sets", async () => {
  const seen = await inside("shop", "last", "env");
  expect(seen.split("\n")).toEqual(
    expect.arrayContaining([
      "LITERAL=$(AWS_REGION) $$x",
      "AWS_REGION=us-east-1",
      "AWS_DEFAULT_REGION=us-east-1",
      "AWS_EC2_METADATA_DISABLED=true",
      "AWS_EXECUTION_ENV=AWS_ECS_FARGATE",
      "ECS_CONTAINER_METADATA_URI_V4=http://ecs-metadata.kecs-system/v4/shop/last",
    ]),
  );
});

test("runs a container as its user, on a root that it cannot write", async () => {
  expect(await inside("shop", "last", "id -u; id -g; touch /x 2>&1; true")).toBe(
    "1000\n2000\ntouch: cannot touch '\\''/x'\\'': Read-only file system".replaceAll("'\\''", "'"),
  );
});

test("gives a container its capabilities, and no others", async () => {
  const bounds = async (name: string): Promise<bigint> => {
    const line = await inside("shop", name, "grep CapBnd /proc/self/status");
    return BigInt(`0x${line.split("\t")[1] ?? ""}`);
  };
  expect(await bounds("last")).toBe(0n);
  const [chown, netAdmin] = [1n << 0n, 1n << 12n];
  expect((await bounds("db")) & (chown | netAdmin)).toBe(netAdmin);
});

test("limits folders in memory, and lets the user write there", async () => {
  const sizes = await inside(
    "shop",
    "last",
    "touch /scratch/x /dev/shm/x && df -m --output=fstype,size /scratch /dev/shm",
  );
  expect(
    sizes
      .split("\n")
      .slice(1)
      .map((line) => line.trim().split(/\s+/)),
  ).toEqual([
    ["tmpfs", "8"],
    ["tmpfs", "16"],
  ]);
});

test("mounts a folder of this machine, to be read only", async () => {
  expect(await inside("shop", "last", "cat /machine/file; touch /machine/x 2>&1; true")).toBe(
    "of this machinetouch: cannot touch '/machine/x': Read-only file system",
  );
});

test.each([
  ["its own limit of memory", "last", "128", "memory"],
  ["the task's memory where it has none", "db", "256", "memory"],
  ["the task's CPU", "last", "25000", "cpu"],
])("holds a container to %s", async (_, name, expected, kind) => {
  // The two generations of Linux's control groups name them differently.
  const scripts = {
    memory: "cat /sys/fs/cgroup/memory.max || cat /sys/fs/cgroup/memory/memory.limit_in_bytes",
    cpu: "cat /sys/fs/cgroup/cpu.max || cat /sys/fs/cgroup/cpu/cpu.cfs_quota_us",
  };
  const found = await inside("shop", name, `(${scripts[kind as "memory" | "cpu"]}) 2>/dev/null`);
  const [value = ""] = found.split(" ");
  expect(kind === "memory" ? String(Number(value) / 2 ** 20) : value).toBe(expected);
});

test("leads requests to a port of a container that others wait for", async () => {
  const answer = await shell(
    `docker exec ${SERVER} kubectl get --raw /api/v1/namespaces/kecs/services/tg-shop:http/proxy/hello`,
  );
  expect(JSON.parse(answer)).toMatchObject({ path: "/hello", hostname: "shop" });
});

test("ends a task that runs once with its essential container, and shares a volume with it", async () => {
  const once = task(
    [
      sh("job", "cat /files/last > /files/job", { mounts: [files], stopTimeout: 1 }),
      sh("logs", "sleep 1000", { essential: false, stopTimeout: 1 }),
    ],
    { volumes: shop.volumes.filter(({ name }) => name === "files") },
  );
  await apply(pod("once", once));
  await eventually(
    async () => {
      expect(await status("once", "phase")).toBe("Succeeded");
    },
    { timeoutMs: 60_000 },
  );
  expect(await inside("shop", "db", "cmp /files/job /files/last && echo same")).toBe("same");
});

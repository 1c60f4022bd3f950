import { readFileSync } from "node:fs";
import { join } from "node:path";
import { targetGroupLabel, targetPortName } from "../../core/lb/targetGroup/manifests";
import { registryLabels } from "../../core/servicediscovery/registry";
import { eventually } from "./support/eventually";
import { ask } from "./support/http";
import { Project } from "./support/project";
import type { Outcome } from "./support/run";

/*
 * What a task finds inside of an instance: other tasks and load balancers by their names, and itself by
 * its metadata.
 */

const STACK = "e2ediscovery";
const HTTP = 8680;
const HTTPS = 9043;
const SETTINGS = {
  instance: STACK,
  httpPort: HTTP,
  httpsPort: HTTPS,
  portRangeStart: 9044,
  portRangeEnd: 9045,
};
const NAME = "orders.myapp.local";
const IMAGE = "kecs-lab/echo:1";
const CLUSTER = "arn:aws:ecs:us-east-1:000000000000:cluster/shop";

const project = new Project("test/e2e/programs/discovery");
let variables = "";
let membership: Readonly<Record<string, string>> = {};

const shell = (script: string): Promise<Outcome> => project.shellWith(variables, script);
const node = `docker exec -i k3d-kecs-${STACK}-server-0`;
const kubectl = async (command: string): Promise<string> =>
  (await shell(`${node} kubectl --namespace kecs ${command}`)).stdout.trim();
/** Runs the test application's own binary inside of a task. */
const inside = (pod: string, command: string): Promise<string> =>
  kubectl(`exec ${pod} -- /echo ${command}`);
const addresses = async (): Promise<string[]> =>
  (await inside("client", `lookup ${NAME}`)).split(" ").slice(1).sort();
const addressOf = (pod: string): Promise<string> =>
  kubectl(`get pod ${pod} --output "jsonpath={.status.podIP}"`);
const endpoint = (pod: string): string => `http://ecs-metadata.kecs-system/v4/${pod}/web`;

/** What the target of a load balancer says of a request from inside of the client. */
async function asked(url: string): Promise<Asked> {
  const { host, path, headers } = JSON.parse(await inside("client", `fetch ${url}`)) as Answer;
  const [port = "", proto = "", source = ""] = ["Port", "Proto", "For"].map((header) =>
    headers[`X-Forwarded-${header}`]?.join(),
  );
  return { host, path, port, proto, source };
}

interface Answer {
  readonly host: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, readonly string[]>>;
}

interface Asked {
  readonly host: string;
  readonly path: string;
  readonly port: string;
  readonly proto: string;
  readonly source: string;
}

/** A task as an ECS service makes it; ready while the test says so. */
function task(name: string) {
  const document = {
    clusterArn: CLUSTER,
    taskDefinitionArn: "arn:aws:ecs:us-east-1:000000000000:task-definition/orders:3",
    family: "orders",
    revision: 3,
    serviceName: "orders",
    region: "us-east-1",
    accountId: "000000000000",
    limits: { cpu: 0.25, memory: 512 },
    containers: {
      web: {
        name: "Web",
        image: IMAGE,
        dockerLabels: { team: "orders" },
        cpuUnits: 128,
        memoryMiB: 64,
        ports: [{ containerPort: 8080, protocol: "tcp" }],
        healthCheck: true,
      },
    },
  };
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: {
      name,
      labels: {
        ...(name === "client" ? {} : membership),
        ...(name === "one" ? { [targetGroupLabel("web")]: "true" } : {}),
      },
      annotations: { "kecs.dev/task": JSON.stringify(document) },
    },
    spec: {
      terminationGracePeriodSeconds: 1,
      containers: [
        {
          name: "web",
          image: IMAGE,
          imagePullPolicy: "IfNotPresent",
          ports: [{ name: targetPortName("web"), containerPort: 8080 }],
          env: [{ name: "SSL_CERT_FILE", value: "/authority/ca.pem" }],
          volumeMounts: [{ name: "authority", mountPath: "/authority" }],
          readinessProbe: { httpGet: { path: "/", port: 8080 }, periodSeconds: 1 },
        },
      ],
      readinessGates: [{ conditionType: "test/serves" }],
      volumes: [{ name: "authority", configMap: { name: "authority" } }],
    },
  };
}

/** The certificate of the local authority, which tasks have to be given. */
function authority() {
  const file = join(project.home, ".local", "share", "kecs", "ca", "ca.pem");
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "authority" },
    data: { "ca.pem": readFileSync(file, "utf8") },
  };
}

const serves = (pod: string, status: "True" | "False"): Promise<string> => {
  const patch = JSON.stringify({ status: { conditions: [{ type: "test/serves", status }] } });
  return kubectl(`patch pod ${pod} --subresource=status --patch '${patch}'`);
};

beforeAll(async () => {
  project.configure(STACK, SETTINGS);
  const started = await project.kecs(["start", "--stack", STACK]);
  if (started.code !== 0) throw new Error(`${started.stdout}\n${started.stderr}`);
  variables = (await project.kecs(["env", "--stack", STACK])).stdout;
  const { stdout } = await shell(`pulumi stack output registryArn --stack ${STACK}`);
  membership = registryLabels(stdout.trim());
  const tasks = JSON.stringify({
    apiVersion: "v1",
    kind: "List",
    items: [authority(), ...["one", "two", "client"].map(task)],
  });
  await shell(`printf '%s' '${tasks}' | ${node} kubectl --namespace kecs apply -f -`);
  for (const pod of ["one", "two", "client"]) await serves(pod, "True");
  await kubectl("wait pod --all --for=condition=Ready --timeout=60s");
});

afterAll(() => project.remove(STACK));

test("a task finds every ready task of a service by its name, and no other", async () => {
  const both = (await Promise.all(["one", "two"].map(addressOf))).sort();
  await eventually(async () => {
    expect(await addresses()).toEqual(both);
  });
  expect(JSON.parse(await inside("client", `fetch http://${NAME}:8080/hello`))).toMatchObject({
    path: "/hello",
  });
  await serves("two", "False");
  const one = await addressOf("one");
  await eventually(async () => {
    expect(await addresses()).toEqual([one]);
  });
  await serves("two", "True");
  await eventually(async () => {
    expect(await addresses()).toEqual(both);
  });
});

test("names of Kubernetes itself stay as they are, and unknown ones unknown", async () => {
  expect(await inside("client", "lookup kubernetes.default")).toContain("10.43.0.1");
  await expect(inside("client", "lookup nobody.myapp.local")).rejects.toThrow("no such host");
});

const AWS = "front.elb.amazonaws.com";

test.each([AWS, `${AWS}.`, "front.elb.localhost", "front.elb.localhost.", "front.test"])(
  "a task reaches a load balancer as %s, on the ports of its listeners",
  async (host) => {
    const source = await addressOf("client");
    const http = await eventually(() => asked(`http://${host}/one`));
    expect(http).toEqual({ host, path: "/one", port: "80", proto: "http", source });
    if (host.endsWith(".")) return;
    const https = await asked(`https://${host}/two`);
    expect(https).toEqual({ host, path: "/two", port: "443", proto: "https", source });
  },
);

test("a host of a rule leads to the rule, and its redirect back to a listener", async () => {
  expect(await asked("http://moved.front.test/")).toMatchObject({
    host: `moved.front.test:${HTTPS}`,
    path: "/moved",
    port: "443",
  });
});

test("names that no load balancer has stay unknown", async () => {
  for (const name of ["nobody.elb.amazonaws.com", "nobody.elb.amazonaws.com.", "no.front.test"]) {
    await expect(inside("client", `lookup ${name}`)).rejects.toThrow("no such host");
  }
});

test("a listener that is added answers tasks, and none of their requests is lost", async () => {
  project.configure(STACK, { ...SETTINGS, "discovery:late": true });
  const urls = Array.from({ length: 50 }, (_, i) => `http://${AWS}/${i}`).join(" ");
  const over = new AbortController();
  const load = (async () => {
    while (!over.signal.aborted) await inside("client", `fetch ${urls}`);
  })();
  try {
    await project.json(["start", "--stack", STACK]);
    expect(await asked(`http://${AWS}:8081/late`)).toMatchObject({
      host: `${AWS}:8081`,
      path: "/late",
      port: "8081",
    });
  } finally {
    over.abort();
    await load;
  }
});

test("a task reads its own metadata", async () => {
  const uid = (await kubectl('get pod one --output "jsonpath={.metadata.uid}"')).replaceAll(
    "-",
    "",
  );
  const arn = `arn:aws:ecs:us-east-1:000000000000:task/shop/${uid}`;
  const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string;
  const container = {
    DockerId: expect.stringMatching(new RegExp(`^${uid}-\\d{10}$`)) as string,
    Name: "Web",
    DockerName: "Web",
    Image: IMAGE,
    ImageID: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string,
    Ports: [{ ContainerPort: 8080, Protocol: "tcp" }],
    Labels: {
      team: "orders",
      "com.amazonaws.ecs.cluster": CLUSTER,
      "com.amazonaws.ecs.container-name": "Web",
      "com.amazonaws.ecs.task-arn": arn,
      "com.amazonaws.ecs.task-definition-family": "orders",
      "com.amazonaws.ecs.task-definition-version": "3",
    },
    DesiredStatus: "RUNNING",
    KnownStatus: "RUNNING",
    Limits: { CPU: 128, Memory: 64 },
    CreatedAt: time,
    StartedAt: time,
    Type: "NORMAL",
    Health: { status: "HEALTHY", statusSince: time, exitCode: 0 },
    ContainerARN: expect.stringMatching(
      new RegExp(`^arn:aws:ecs:us-east-1:000000000000:container/shop/${uid}/[0-9a-f-]{36}$`),
    ) as string,
    Networks: [
      {
        NetworkMode: "awsvpc",
        IPv4Addresses: [await addressOf("one")],
        AttachmentIndex: 0,
        PrivateDNSName: expect.stringMatching(/\.kecs\.pod\.cluster\.local$/) as string,
      },
    ],
  };
  const whole = {
    Cluster: CLUSTER,
    TaskARN: arn,
    Family: "orders",
    Revision: "3",
    ServiceName: "orders",
    DesiredStatus: "RUNNING",
    KnownStatus: "RUNNING",
    Limits: { CPU: 0.25, Memory: 512 },
    PullStartedAt: time,
    PullStoppedAt: time,
    AvailabilityZone: "us-east-1a",
    LaunchType: "FARGATE",
    Containers: [container],
  };
  const read = async (path: string): Promise<unknown> =>
    JSON.parse(await inside("one", `fetch ${endpoint("one")}${path}`)) as unknown;
  expect(await read("")).toEqual(container);
  expect(await read("/task")).toEqual(whole);
  expect(await read("/taskWithTags")).toEqual(whole);
  expect(await read("/stats")).toBeNull();
  expect(Object.values((await read("/task/stats")) as object)).toEqual([null]);
});

test("no other task reads it, and nobody from outside", async () => {
  await expect(inside("two", `fetch ${endpoint("one")}/task`)).rejects.toThrow("404");
  await expect(inside("one", `fetch ${endpoint("nobody")}`)).rejects.toThrow("404");
  await expect(inside("one", `fetch ${endpoint("one")}/other`)).rejects.toThrow("404");
  const nowhere = { metadata: { name: "nowhere" }, spec: { nodeSelector: { no: "node" } } };
  await kubectl(`run nowhere --image=${IMAGE} --overrides='${JSON.stringify(nowhere)}'`);
  const since = performance.now();
  await expect(inside("one", `fetch ${endpoint("nowhere")}`)).rejects.toThrow("404");
  // It would wait five seconds for the address of a task that could be the one that asks.
  expect(performance.now() - since).toBeLessThan(4000);
  const host = "ecs-metadata.kecs-system";
  expect((await ask({ port: HTTP, host, path: "/v4/one/web" })).status).toBe(404);
  const published = await shell(`docker port k3d-kecs-${STACK}-serverlb`);
  expect(published.stdout).not.toContain("51679");
});

import type { ClientRequest, IncomingMessage } from "node:http";
import { get } from "node:https";
import { probeCluster } from "../../../../cluster/k3d/probe";
import { run, type RunResult } from "../../../../cluster/process/run";

jest.mock("../../../../cluster/process/run");
jest.mock("node:https");

type Bindings = Record<string, { HostIp: string; HostPort: string }[] | null>;

const server = {
  Name: "/k3d-kecs-myapp-server-0",
  Config: {
    Image: "rancher/k3s:v1.34.2-k3s1",
    Labels: { "kecs.dev/epoch": "e0", "kecs.dev/agents": "2", "kecs.dev/owner": "p/s@b" },
  },
  State: { Running: true },
  HostConfig: {
    PortBindings: null,
    Binds: [
      "k3d-kecs-myapp-images:/k3d/images",
      "/srv/b:/srv/b",
      "/home/me:/home/me:rw",
      "/lib/modules:/other",
    ],
  },
  NetworkSettings: { Ports: null },
};
const bindings: Bindings = {
  "30443/tcp": [{ HostIp: "127.0.0.1", HostPort: "8443" }],
  "30880/tcp": [{ HostIp: "127.0.0.1", HostPort: "8080" }],
  "6443/tcp": [{ HostIp: "127.0.0.1", HostPort: "40001" }],
};
const balancer = {
  ...server,
  Name: "/k3d-kecs-myapp-serverlb",
  Config: { Image: "ghcr.io/k3d-io/k3d-proxy:5.8.3", Labels: { "kecs.dev/epoch": "e0" } },
  HostConfig: { PortBindings: bindings, Binds: null },
  NetworkSettings: { Ports: bindings },
};

const ok = (stdout: string): RunResult => ({ code: 0, stdout, stderr: "" });

const MISSING: RunResult = {
  code: 1,
  stdout: "",
  stderr: "Error response from daemon: Could not find the file /kecs-x in container k3d",
};

/** What `docker cp … -` prints of a file. */
function archive(name: string, text: string): RunResult {
  const head = Buffer.alloc(512);
  head.write(name);
  head.write(`${text.length.toString(8).padStart(11, "0")}\0`, 124);
  return ok(`${head.toString()}${text.padEnd(512, "\0")}${"\0".repeat(1024)}`);
}

/** The same with an entry in front that describes it. */
function described(name: string, text: string): RunResult {
  const record = archive("PaxHeaders", "20 atime=1700000000\n").stdout.slice(0, 1024);
  return ok(`${record.slice(0, 156)}x${record.slice(157)}${archive(name, text).stdout}`);
}

/** Answers of `docker inspect` and of reading the files of the repair id and of the owner. */
function docker(
  inspect: RunResult,
  repairId: RunResult = archive("kecs-generation", "g0\n"),
  owner: RunResult = MISSING,
  agents: RunResult = ok("running\nrunning\n"),
): void {
  jest
    .mocked(run)
    .mockReset()
    .mockImplementation(([, verb, from = ""]) =>
      Promise.resolve(
        verb === "inspect"
          ? inspect
          : verb === "ps"
            ? agents
            : from.endsWith("/kecs-owner")
              ? owner
              : repairId,
      ),
    );
}

const asked: object[] = [];

/** What becomes of the request to the API server. */
function api(outcome: "answer" | "error" | "timeout"): void {
  asked.length = 0;
  const fake = (options: object, answered: (response: IncomingMessage) => void): ClientRequest => {
    asked.push(options);
    const handlers = new Map<string, () => void>();
    const request = {
      on: (event: string, handler: () => void) => handlers.set(event, handler),
      destroy: () => {
        handlers.get("error")?.();
      },
    };
    process.nextTick(() => {
      if (outcome === "answer") answered({ resume: () => undefined } as unknown as IncomingMessage);
      else handlers.get(outcome)?.();
    });
    return request as unknown as ClientRequest;
  };
  jest.mocked(get).mockImplementation(fake as unknown as typeof get);
}

beforeEach(() => {
  api("answer");
});

const found = (...containers: object[]) => {
  docker(ok(JSON.stringify(containers)));
};

const healthy = {
  kind: "present",
  madeByKecs: true,
  owner: "p/s@b",
  halted: false,
  asleep: false,
  clusterIdentifier: "e0",
  repairId: "g0",
  serverRunning: true,
  hasBalancer: true,
  balancerRunning: true,
  answers: true,
  image: "rancher/k3s:v1.34.2-k3s1",
  agents: 2,
  hostPaths: ["/home/me", "/srv/b"],
  published: ["127.0.0.1:8443:30443", "127.0.0.1:8080:30880"],
};

test("describes a healthy cluster, without the API server's own port", async () => {
  found(server, balancer);
  expect(await probeCluster("myapp")).toEqual(healthy);
});

test("asks docker for both containers, the agents and the repair id, and the API server on loopback", async () => {
  found(server, balancer);
  await probeCluster("myapp");
  expect(jest.mocked(run).mock.calls.map(([argv]) => argv)).toEqual([
    [
      "docker",
      "inspect",
      "--type",
      "container",
      "k3d-kecs-myapp-server-0",
      "k3d-kecs-myapp-serverlb",
    ],
    [
      "docker",
      "ps",
      "--all",
      "--filter",
      "label=k3d.cluster=kecs-myapp",
      "--filter",
      "label=k3d.role=agent",
      "--format",
      "{{.State}}",
    ],
    ["docker", "cp", "k3d-kecs-myapp-server-0:/kecs-generation", "-"],
    ["docker", "cp", "k3d-kecs-myapp-server-0:/kecs-owner", "-"],
  ]);
  expect(asked).toEqual([
    expect.objectContaining({ host: "127.0.0.1", port: 40001, path: "/livez", timeout: 2000 }),
  ]);
});

test.each([
  [
    "of which docker knows nothing",
    { code: 1, stdout: "[]\n", stderr: "Error: No such container: x" },
  ],
  [
    "of which an older docker knows nothing",
    { code: 1, stdout: "", stderr: "Error: No such object: x" },
  ],
])("calls a cluster absent %s", async (_, inspect) => {
  docker(inspect);
  expect(await probeCluster("myapp")).toEqual({ kind: "absent" });
});

test("knows the ports that a load balancer without a node publishes", async () => {
  docker({ code: 1, stdout: JSON.stringify([balancer]), stderr: "Error: No such container: s" });
  expect(await probeCluster("myapp")).toEqual({ kind: "absent", published: healthy.published });
});

test("knows a node that lost its load balancer", async () => {
  docker({ code: 1, stdout: JSON.stringify([server]), stderr: "Error: No such container: lb" });
  expect(await probeCluster("myapp")).toEqual({
    ...healthy,
    hasBalancer: false,
    balancerRunning: false,
    answers: false,
    published: [],
  });
  expect(asked).toEqual([]);
});

test("asks nothing of the load balancer's labels, which k3d drops when it adds a port", async () => {
  found(server, { ...balancer, Config: { ...balancer.Config, Labels: {} } });
  expect(await probeCluster("myapp")).toEqual(healthy);
});

test("takes a cluster that KECS did not make for one without an identifier", async () => {
  const bare = { Image: "rancher/k3s:v1.34.2-k3s1", Labels: {} };
  const HostConfig = { PortBindings: null, Binds: null };
  found({ ...server, Config: bare, HostConfig }, { ...balancer, Config: bare });
  expect(await probeCluster("myapp")).toEqual({
    ...healthy,
    madeByKecs: false,
    owner: "",
    clusterIdentifier: "",
    agents: 0,
    hostPaths: [],
  });
});

test("reads the repair id of a stopped node too, and asks nobody whether it answers", async () => {
  const State = { Running: false };
  found({ ...server, State }, { ...balancer, State });
  expect(await probeCluster("myapp")).toEqual({
    ...healthy,
    serverRunning: false,
    balancerRunning: false,
    answers: false,
  });
  expect(asked).toEqual([]);
});

test("sees that a container is paused", async () => {
  const State = { Running: true, Paused: true };
  found({ ...server, State }, balancer);
  const asleep = { halted: true, asleep: true, serverRunning: true, answers: false };
  expect(await probeCluster("myapp")).toMatchObject(asleep);
  found(server, { ...balancer, State });
  expect(await probeCluster("myapp")).toMatchObject(asleep);
  expect(asked).toEqual([]);
});

test.each([
  ["running\nrunning\n", false, false],
  ["running\npaused\n", true, true],
  ["exited\nrunning\n", true, false],
])("with agents that are %j it is halted: %j, asleep: %j", async (states, halted, asleep) => {
  docker(ok(JSON.stringify([server, balancer])), undefined, undefined, ok(states));
  expect(await probeCluster("myapp")).toMatchObject({ halted, asleep, serverRunning: true });
});

test("asks for no agents where there are none", async () => {
  const Config = { ...server.Config, Labels: { ...server.Config.Labels, "kecs.dev/agents": "0" } };
  docker(ok(JSON.stringify([{ ...server, Config }, balancer])), undefined, undefined, MISSING);
  expect(await probeCluster("myapp")).toEqual({ ...healthy, agents: 0 });
});

test("rejects where docker does not list the agents", async () => {
  const failed = { code: 1, stdout: "", stderr: "Cannot connect" };
  docker(ok(JSON.stringify([server, balancer])), undefined, undefined, failed);
  await expect(probeCluster("myapp")).rejects.toThrow("KECS3004");
});

test("has no repair id where the file is missing", async () => {
  docker(ok(JSON.stringify([server, balancer])), MISSING);
  expect(await probeCluster("myapp")).toEqual({ ...healthy, repairId: "" });
});

test("believes the node rather than the label: the cluster was taken over", async () => {
  docker(ok(JSON.stringify([server, balancer])), undefined, archive("kecs-owner", "q/t@b\n"));
  expect(await probeCluster("myapp")).toMatchObject({ owner: "q/t@b", madeByKecs: true });
});

test("reads a file that the archive describes first", async () => {
  docker(ok(JSON.stringify([server, balancer])), described("kecs-generation", "g7\n"));
  expect(await probeCluster("myapp")).toMatchObject({ repairId: "g7" });
});

test("a cluster of a KECS without owners has none", async () => {
  const Config = { ...server.Config, Labels: { "kecs.dev/epoch": "e0" } };
  found({ ...server, Config }, balancer);
  expect(await probeCluster("myapp")).toMatchObject({
    owner: "",
    madeByKecs: true,
    clusterIdentifier: "e0",
  });
});

test.each([["error"], ["timeout"]] as const)(
  "does not answer where the API server gives an %s",
  async (outcome) => {
    api(outcome);
    found(server, balancer);
    expect(await probeCluster("myapp")).toEqual({ ...healthy, answers: false });
  },
);

test("does not answer where the API server's port is not published", async () => {
  found(server, { ...balancer, NetworkSettings: { Ports: {} } });
  expect(await probeCluster("myapp")).toEqual({ ...healthy, answers: false });
});

test("names every address of a port that is published twice", async () => {
  const twice: Bindings = {
    "30880/tcp": [
      { HostIp: "127.0.0.1", HostPort: "8080" },
      { HostIp: "10.0.0.5", HostPort: "8080" },
    ],
    "80/tcp": null,
  };
  found(server, { ...balancer, HostConfig: { PortBindings: twice, Binds: null } });
  expect(await probeCluster("myapp")).toMatchObject({
    published: ["127.0.0.1:8080:30880", "10.0.0.5:8080:30880"],
  });
});

test.each<[string, RunResult, string]>([
  ["no daemon", { code: 1, stdout: "", stderr: "Cannot connect\n" }, "Cannot connect"],
  [
    "a daemon without an address",
    { code: 1, stdout: "", stderr: "dial tcp: lookup far: no such host" },
    "dial tcp: lookup far: no such host",
  ],
  [
    "an answer without the node's folders, which would replace the cluster",
    ok(JSON.stringify([{ ...server, HostConfig: { PortBindings: null } }, balancer])),
    "its answer has another form at [0].HostConfig.Binds",
  ],
])("rejects with %s: what is unknown is not gone", async (_, answer, why) => {
  docker(answer);
  const refused = `KECS3004: k3d-kecs-myapp-server-0: Docker does not say what it is: ${why}`;
  await expect(probeCluster("myapp")).rejects.toThrow(refused);
});

test("rejects with what is wrong with Docker where no daemon answers", async () => {
  docker({ code: 124, stdout: "", stderr: "docker did not end within 30 s" });
  await expect(probeCluster("myapp")).rejects.toThrow(
    "KECS2001: docker: no Docker daemon answers (docker did not end within 30 s)",
  );
});

test("rejects where the node's files cannot be read: its creation may well be complete", async () => {
  const failed = { code: 1, stdout: "", stderr: "dial unix: no such file or directory" };
  docker(ok(JSON.stringify([server, balancer])), failed);
  await expect(probeCluster("myapp")).rejects.toThrow("KECS3004");
});

import { formatIssue } from "../../../../core/validate";
import { decide, replacement, type Decision } from "../../../../cluster/k3d/lifecycle";
import type { PresentCluster } from "../../../../cluster/k3d/probe";

const wanted = {
  owner: "p/s@b",
  image: "k3s:1",
  agents: 0,
  hostPaths: ["/a"],
  mappings: ["127.0.0.1:8080:30880", "127.0.0.1:8443:30443"],
};

const healthy: PresentCluster = {
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
  image: "k3s:1",
  agents: 0,
  hostPaths: ["/a"],
  published: wanted.mappings,
};

const KEEP: Decision = {
  clusterIdentifier: "e0",
  repairId: "g0",
  replaceReasons: [],
  balancerReasons: [],
};
const REPAIR: Decision = {
  clusterIdentifier: "e0",
  repairId: "new",
  replaceReasons: [],
  balancerReasons: [],
};
const replace = (...replaceReasons: string[]): Decision => ({
  clusterIdentifier: "new",
  repairId: "new",
  replaceReasons,
  balancerReasons: [],
});
const rebalance = (...balancerReasons: string[]): Decision => ({ ...REPAIR, balancerReasons });

test("creates a cluster where there is none, and calls it no replacement", () => {
  expect(decide(wanted, { kind: "absent" }, "new")).toEqual(replace());
});

test("tells that the node is gone where only the load balancer is left", () => {
  expect(decide(wanted, { kind: "absent", published: wanted.mappings }, "new")).toEqual(
    replace("its node is gone, with all that was in it"),
  );
});

test.each<[string, Partial<PresentCluster>, Decision]>([
  ["keeps a healthy cluster as it is", {}, KEEP],
  ["repairs one that does not answer", { answers: false }, REPAIR],
  [
    "repairs a stopped one",
    { serverRunning: false, balancerRunning: false, answers: false },
    REPAIR,
  ],
  [
    "repairs one whose load balancer is stopped",
    { balancerRunning: false, answers: false },
    REPAIR,
  ],
  [
    "repairs one that answers but does not publish every port",
    { published: ["127.0.0.1:8080:30880"] },
    rebalance("it is to publish 127.0.0.1:8443"),
  ],
  ["repairs one that is halted, whatever it answers", { halted: true }, REPAIR],
  ["adopts one that a KECS without owners made", { owner: "" }, REPAIR],
  ["takes over one of another owner", { owner: "q/t@b" }, REPAIR],
  [
    "keeps one that lost its load balancer",
    { hasBalancer: false, published: [], answers: false },
    rebalance("it is gone"),
  ],
  [
    "replaces one that was interrupted before it had a load balancer",
    { hasBalancer: false, published: [], repairId: "" },
    replace("its creation was interrupted"),
  ],
  [
    "replaces one whose creation was interrupted and whose node stopped",
    { serverRunning: false, balancerRunning: false, answers: false, repairId: "" },
    replace("its creation was interrupted"),
  ],
  [
    "replaces one whose creation did not come to its end",
    { repairId: "" },
    replace("its creation was interrupted"),
  ],
  [
    "says only that it was interrupted, whatever else differs",
    { repairId: "", image: "k3s:0", agents: 3 },
    replace("its creation was interrupted"),
  ],
  [
    "replaces one of another image",
    { image: "k3s:0" },
    replace("its node image changes from k3s:0 to k3s:1"),
  ],
  [
    "replaces one with another number of agents",
    { agents: 2 },
    replace("its number of agents changes from 2 to 0"),
  ],
  [
    "replaces one that shares another folder",
    { hostPaths: ["/b", "/c"] },
    replace("the folders that it shares change from /b, /c to /a"),
  ],
  [
    "replaces one that shares none",
    { hostPaths: [] },
    replace("the folders that it shares change from none to /a"),
  ],
  [
    "keeps one that publishes what is no longer wanted",
    { published: [...wanted.mappings, "127.0.0.1:9000:30800"] },
    rebalance("it no longer publishes 127.0.0.1:9000"),
  ],
  [
    "keeps one that publishes on another address",
    { published: ["0.0.0.0:8080:30880", "127.0.0.1:8443:30443"] },
    rebalance("it is to publish 127.0.0.1:8080", "it no longer publishes 0.0.0.0:8080"),
  ],
  [
    "replaces a stopped one as well where it differs",
    { serverRunning: false, answers: false, image: "k3s:0" },
    replace("its node image changes from k3s:0 to k3s:1"),
  ],
  [
    "gives every reason",
    { image: "k3s:0", agents: 1, published: ["127.0.0.1:80:30880"] },
    replace(
      "its node image changes from k3s:0 to k3s:1",
      "its number of agents changes from 1 to 0",
    ),
  ],
])("%s", (_, difference, expected) => {
  expect(decide(wanted, { ...healthy, ...difference }, "new")).toEqual(expected);
});

test.each([
  [3, "127.0.0.1:9000, 127.0.0.1:9001, 127.0.0.1:9002"],
  [4, "127.0.0.1:9000, 127.0.0.1:9001 and 2 more"],
  [100, "127.0.0.1:9000, 127.0.0.1:9001 and 98 more"],
])("names %i dropped ports in one line", (count, names) => {
  const dropped = Array.from({ length: count }, (_, i) => `127.0.0.1:${9000 + i}:${30800 + i}`);
  const found = { ...healthy, published: [...wanted.mappings, ...dropped] };
  expect(decide(wanted, found, "new").balancerReasons).toEqual([`it no longer publishes ${names}`]);
});

test("tells that everything goes with a cluster that is replaced, and why", () => {
  expect(replacement(KEEP, "K").map(formatIssue)).toEqual([]);
  expect(replacement(replace("a", "b"), "K").map(formatIssue)).toEqual([
    "warning KECS3020: K: the cluster is replaced, and everything in it: a; b\n" +
      "  hint: what tasks wrote into their volumes goes with it, but for folders of this machine in hostPaths",
  ]);
});

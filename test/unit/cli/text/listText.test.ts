import { listText } from "../../../../cli/text/listText";
import type { ListedInstance } from "../../../../cluster/k3d/listInstances";

const shop: ListedInstance = {
  instance: "shop",
  state: "running",
  reason: "",
  owner: { project: "kecs", stack: "dev", backend: "file:///home/you" },
  httpPort: 8080,
  httpsPort: 8443,
  rangePorts: [9000, 9001, 9002],
  createdAt: "2026-01-02T03:00:00Z",
  startedAt: "2026-01-02T03:00:00Z",
  containers: [],
  memoryBytes: 600 * 2 ** 20,
  hasStack: true,
};

test("a row for each instance, and the reason below one that is damaged", () => {
  const old: ListedInstance = {
    ...shop,
    instance: "old",
    state: "damaged",
    reason: "its load balancer is gone",
    hasStack: false,
    httpPort: null,
    httpsPort: null,
    rangePorts: [],
    startedAt: null,
    memoryBytes: null,
  };
  const now = Date.parse("2026-01-02T05:00:00Z");
  expect(listText([old, shop, { ...shop, instance: "z", owner: null }], now).split("\n")).toEqual([
    "INSTANCE  STATE    STACK       PROJECT  PORTS                  UP  MEMORY",
    "old       damaged  dev (gone)  kecs",
    "  its load balancer is gone",
    "shop      running  dev         kecs     8080, 8443, 9000-9002  2h  600 MiB",
    "z         running  ?           ?        8080, 8443, 9000-9002  2h  600 MiB",
  ]);
});

test("a machine without one", () => {
  expect(listText([], 0)).toBe("no instances");
});

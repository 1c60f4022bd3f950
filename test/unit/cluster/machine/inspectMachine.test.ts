import { probeCluster, type PresentCluster } from "../../../../cluster/k3d/probe";
import { firstFreePort } from "../../../../cluster/preflight/freePort";
import { checkPorts } from "../../../../cluster/preflight/ports";
import { checkTools } from "../../../../cluster/preflight/tools";
import { instanceSettings, type InstanceArgs } from "../../../../cluster/machine/settings";
import { inspectMachine } from "../../../../cluster/machine/inspectMachine";
import { problem } from "../../../../core/validate";

jest.mock("../../../../cluster/k3d/probe");
jest.mock("../../../../cluster/preflight/freePort");
jest.mock("../../../../cluster/preflight/ports");
jest.mock("../../../../cluster/preflight/tools");

const present: PresentCluster = {
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
  agents: 0,
  hostPaths: [],
  published: ["127.0.0.1:8090:30880", "127.0.0.1:8493:30443"],
};
const settings = (args: Partial<InstanceArgs> = {}) =>
  instanceSettings({ instanceName: "myapp", ...args });

beforeEach(() => {
  jest.resetAllMocks();
  jest.mocked(checkTools).mockResolvedValue([]);
  jest.mocked(probeCluster).mockResolvedValue({ kind: "absent" });
  jest.mocked(checkPorts).mockResolvedValue([]);
  jest.mocked(firstFreePort).mockImplementation((from, taken) => {
    let port = from + 5;
    while (taken.has(port)) port += 1;
    return Promise.resolve(port);
  });
});

const localPorts = async (args: Partial<InstanceArgs>): Promise<number[]> =>
  (await inspectMachine(settings(args), "p/s@b")).plan.slots.map((slot) => slot.localPort);

test("plans the ports that were asked for, and decides to create", async () => {
  const { plan, found, decision } = await inspectMachine(settings({ httpPort: 8000 }), "p/s@b");
  expect(plan.slots.map((slot) => slot.localPort)).toEqual([8000, 8443]);
  expect(found).toEqual({ kind: "absent" });
  expect(decision.clusterIdentifier).toMatch(/^[0-9a-f]{12}$/);
  expect(firstFreePort).not.toHaveBeenCalled();
});

test("gives every creation an identifier of its own", async () => {
  const [first, second] = [
    await inspectMachine(settings(), "p/s@b"),
    await inspectMachine(settings(), "p/s@b"),
  ];
  expect(first.decision.clusterIdentifier).not.toBe(second.decision.clusterIdentifier);
});

test("keeps a cluster that serves", async () => {
  jest.mocked(probeCluster).mockResolvedValue(present);
  const { decision } = await inspectMachine(settings({ httpPort: 8090, httpsPort: 8493 }), "p/s@b");
  expect(decision).toEqual({
    clusterIdentifier: "e0",
    repairId: "g0",
    replaceReasons: [],
    balancerReasons: [],
  });
});

test("picks free ports for auto, each another one", async () => {
  expect(await localPorts({ httpPort: 0, httpsPort: 0 })).toEqual([8085, 8448]);
});

test("picks no port that the range or the other role has", async () => {
  expect(
    await localPorts({ httpPort: 0, httpsPort: 8087, portRangeStart: 8085, portRangeEnd: 8086 }),
  ).toEqual([8088, 8087, 8085, 8086]);
});

test("keeps the ports that auto picked as long as the cluster exists", async () => {
  jest.mocked(probeCluster).mockResolvedValue(present);
  expect(await localPorts({ httpPort: 0, httpsPort: 0 })).toEqual([8090, 8493]);
  expect(firstFreePort).not.toHaveBeenCalled();
});

test.each<[string, Partial<InstanceArgs>]>([
  ["the range", { portRangeStart: 8090, portRangeEnd: 8092 }],
  ["HTTPS", { httpsPort: 8090 }],
])("keeps no picked port that %s claims by now", async (_, args) => {
  jest.mocked(probeCluster).mockResolvedValue(present);
  const [http, ...others] = await localPorts({ httpPort: 0, ...args });
  expect(others).toContain(8090);
  expect(http).toBe(8085);
});

test("rejects a machine without its tools before it looks at anything else", async () => {
  jest.mocked(checkTools).mockResolvedValue([problem("KECS2001", "docker", "no daemon")]);
  await expect(inspectMachine(settings(), "p/s@b")).rejects.toThrow("KECS2001");
  expect(probeCluster).not.toHaveBeenCalled();
});

test("rejects taken ports, all at once", async () => {
  jest
    .mocked(checkPorts)
    .mockResolvedValue([
      problem("KECS2006", "httpPort", "taken"),
      problem("KECS2006", "httpsPort", "taken"),
    ]);
  await expect(inspectMachine(settings(), "p/s@b")).rejects.toMatchObject({
    issues: [{ path: "httpPort" }, { path: "httpsPort" }],
  });
});

test.each([
  ["another stack's", { owner: "q/t@b" }, "the cluster belongs to q/t@b, not to p/s@b"],
  ["a hand-made", { madeByKecs: false, owner: "" }, "was not made by KECS"],
])("rejects %s cluster of the name before it looks at a port", async (_, found, message) => {
  jest.mocked(probeCluster).mockResolvedValue({ ...present, ...found });
  await expect(inspectMachine(settings(), "p/s@b")).rejects.toThrow(message);
  expect(checkPorts).not.toHaveBeenCalled();
});

test("takes over what takeOver names, in place", async () => {
  jest.mocked(probeCluster).mockResolvedValue({ ...present, owner: "q/t@b" });
  const wanted = settings({ httpPort: 8090, httpsPort: 8493, takeOver: "q/t@b" });
  const { decision } = await inspectMachine(wanted, "p/s@b");
  expect(decision).toMatchObject({
    clusterIdentifier: "e0",
    replaceReasons: [],
    balancerReasons: [],
  });
  expect(decision.repairId).not.toBe("g0");
});

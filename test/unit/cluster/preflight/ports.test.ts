import type { PresentCluster } from "../../../../cluster/k3d/probe";
import { planPorts } from "../../../../core/ports/plan";
import { portError } from "../../../../cluster/preflight/freePort";
import { portOwner } from "../../../../cluster/preflight/portOwner";
import { checkPorts } from "../../../../cluster/preflight/ports";
import { only } from "../../../helpers/issues";

jest.mock("../../../../cluster/preflight/freePort");
jest.mock("../../../../cluster/preflight/portOwner");

const plan = (bindAddress = "127.0.0.1") =>
  planPorts({ bindAddress, httpPort: 8080, httpsPort: 8443, range: { start: 9000, end: 9001 } });
const ABSENT = { kind: "absent" } as const;
const present: PresentCluster = {
  kind: "present",
  madeByKecs: true,
  owner: "kecs/dev@b",
  halted: false,
  asleep: false,
  clusterIdentifier: "e",
  repairId: "g",
  serverRunning: true,
  hasBalancer: true,
  balancerRunning: true,
  answers: true,
  image: "i",
  agents: 0,
  hostPaths: [],
  published: ["127.0.0.1:8080:30880", "127.0.0.1:8443:30443"],
};

/** Makes these `address:port` places fail with an error. */
function taken(places: Record<string, string>): void {
  jest
    .mocked(portError)
    .mockReset()
    .mockImplementation((address, port) => Promise.resolve(places[`${address}:${port}`]));
  jest
    .mocked(portOwner)
    .mockReset()
    .mockImplementation((port) => Promise.resolve(`owner of ${port}`));
}

const probed = () =>
  jest.mocked(portError).mock.calls.map(([address, port]) => `${address}:${port}`);

test("passes where every port is free, and has asked for each", async () => {
  taken({});
  expect(await checkPorts(plan(), ABSENT)).toEqual([]);
  expect(probed()).toEqual([
    "127.0.0.1:8080",
    "127.0.0.1:8443",
    "127.0.0.1:9000",
    "127.0.0.1:9001",
  ]);
});

test("asks on every address that is published on", async () => {
  taken({});
  await checkPorts(plan("10.0.0.5"), ABSENT);
  expect(probed().sort()).toEqual(
    ["10.0.0.5", "127.0.0.1"].flatMap((address) =>
      [8080, 8443, 9000, 9001].map((port) => `${address}:${port}`),
    ),
  );
});

test("does not ask for ports that the running cluster itself holds", async () => {
  taken({ "127.0.0.1:8080": "EADDRINUSE" });
  expect(await checkPorts(plan(), present)).toEqual([]);
  expect(probed()).toEqual(["127.0.0.1:9000", "127.0.0.1:9001"]);
});

test("asks for all of them while the cluster's load balancer is stopped", async () => {
  taken({});
  await checkPorts(plan(), { ...present, balancerRunning: false });
  expect(probed()).toHaveLength(4);
});

test.each([
  [8080, "httpPort"],
  [8443, "httpsPort"],
  [9001, "portRangeStart"],
])("rejects a taken port %i, naming its owner and the setting %s", async (port, setting) => {
  taken({ [`127.0.0.1:${port}`]: "EADDRINUSE" });
  expect(only(await checkPorts(plan(), ABSENT))).toEqual({
    code: "KECS2006",
    path: setting,
    message: `local port ${port} is taken by owner of ${port}`,
    hint: `stop it, or choose other ports: pulumi config set kecs:${setting} <port>`,
    severity: "error",
  });
});

test("rejects a port that may not be opened, and does not look for an owner", async () => {
  taken({ "127.0.0.1:8080": "EACCES" });
  expect(only(await checkPorts(plan(), ABSENT))).toMatchObject({
    code: "KECS2006",
    message: "local port 8080 cannot be opened on 127.0.0.1 (EACCES)",
  });
  expect(portOwner).not.toHaveBeenCalled();
});

test("rejects every taken port at once", async () => {
  taken({ "127.0.0.1:8443": "EADDRINUSE", "127.0.0.1:9000": "EADDRINUSE" });
  expect((await checkPorts(plan(), ABSENT)).map(({ path }) => path)).toEqual([
    "httpsPort",
    "portRangeStart",
  ]);
});

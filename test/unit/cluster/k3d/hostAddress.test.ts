import { run } from "../../../../cluster/process/run";
import { findHostAddress } from "../../../../cluster/k3d/hostAddress";

jest.mock("../../../../cluster/process/run");

const FAILED = { code: 1, stdout: "", stderr: "Error: no such object" };
const answers = (hosts?: string, gateways?: string): void => {
  const said = (stdout?: string) =>
    stdout === undefined ? FAILED : { code: 0, stdout, stderr: "" };
  jest
    .mocked(run)
    .mockReset()
    .mockImplementation(([, verb]) => Promise.resolve(said(verb === "exec" ? hosts : gateways)));
};

test("asks the first node and the network of the cluster", async () => {
  answers();
  await findHostAddress("shop");
  expect(jest.mocked(run).mock.calls.map(([argv]) => argv.join(" "))).toEqual([
    "docker exec k3d-kecs-shop-server-0 cat /etc/hosts",
    "docker network inspect --format {{range .IPAM.Config}}{{.Gateway}} {{end}} k3d-kecs-shop",
  ]);
});

test.each<[string, string | undefined, string | undefined, string | undefined]>([
  [
    "what k3d wrote down",
    "127.0.0.1\tlocalhost\n192.168.65.254\thost.k3d.internal\n172.18.0.2 k3d-kecs-shop-server-0\n",
    "172.18.0.1 \n",
    "192.168.65.254",
  ],
  [
    "what k3d wrote down beside other names",
    "10.1.2.3 a host.k3d.internal b\n",
    undefined,
    "10.1.2.3",
  ],
  [
    "the gateway where a restarted node forgot it",
    "127.0.0.1 localhost\n",
    "172.18.0.1 \n",
    "172.18.0.1",
  ],
  ["the gateway of a stopped node", undefined, "172.18.0.1 \n", "172.18.0.1"],
  ["the IPv4 gateway of two", undefined, "fd00::1 172.18.0.1 \n", "172.18.0.1"],
  ["nothing where there is no cluster", undefined, undefined, undefined],
  ["nothing of a network without a gateway", "127.0.0.1 localhost\n", " \n", undefined],
  ["nothing of a name like it", "10.1.2.3 xhost.k3d.internal.b\n", undefined, undefined],
])("takes %s", async (_, hosts, gateways, expected) => {
  answers(hosts, gateways);
  expect(await findHostAddress("shop")).toBe(expected);
});

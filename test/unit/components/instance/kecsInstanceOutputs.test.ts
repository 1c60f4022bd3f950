import * as pulumi from "@pulumi/pulumi";
import { KecsInstance } from "../../../../components";
import { listObjects } from "../../../../cluster/presence/listObjects";
import { lookAtRoutes } from "../../../../cluster/traefik/lookAtRoutes";
import { inspectMachine } from "../../../../cluster/machine/inspectMachine";
import { hostPathsOf } from "../../../../components/controlPlane/instances";
import { deploy, UNKNOWN, type Deployment, type Registration } from "../../../helpers/deploy";
import {
  deployInstance,
  emptyMachine,
  head,
  INSTANCE,
  RANGE,
  TRAEFIK,
} from "../../../helpers/instance";
import { CONNECTION } from "../../../helpers/samples";

jest.mock("../../../../cluster/machine/inspectMachine");
jest.mock("../../../../cluster/presence/listObjects");
jest.mock("../../../../cluster/traefik/lookAtRoutes");

beforeEach(() => {
  jest.mocked(inspectMachine).mockReset().mockImplementation(emptyMachine);
  jest.mocked(lookAtRoutes).mockReset().mockResolvedValue([]);
  jest.mocked(listObjects).mockReset().mockResolvedValue(undefined);
});

/** What the tests below look at; none of them changes it. */
let deployment: Deployment;
beforeAll(async () => {
  jest.mocked(inspectMachine).mockImplementation(emptyMachine);
  jest.mocked(lookAtRoutes).mockResolvedValue([]);
  deployment = await deployInstance();
});

const OUTPUTS = {
  connection: { ...CONNECTION, traefikImage: "traefik:v3.7.13", hostPaths: [] },
  context: "k3d-kecs-myapp",
  ports: {
    bindAddress: "127.0.0.1",
    http: { localPort: 8080, nodePort: 30880 },
    https: { localPort: 8443, nodePort: 30443 },
    range: { start: 9000, end: 9009, nodePort: 30800, moved: [] },
  },
};

test("puts out the connection, the ports, the context and the kubeconfig as a secret", () => {
  const { outputs } = deployment;
  expect(outputs.get(INSTANCE)).toEqual({
    ...OUTPUTS,
    kubeconfig: { secret: "KUBECONFIG" },
    routes: "loaded",
  });
  expect(outputs.get(TRAEFIK)).toEqual({});
});

test("knows all of it but the kubeconfig in the preview of a first deployment", async () => {
  const { outputs, resources } = await deployInstance(RANGE, true);
  expect(outputs.get(INSTANCE)).toEqual({ ...OUTPUTS, kubeconfig: UNKNOWN, routes: "" });
  expect(lookAtRoutes).not.toHaveBeenCalled();
  expect(listObjects).not.toHaveBeenCalled();
  expect(resources).toHaveLength(39);
});

test("puts out the ports that were picked where auto was asked for", async () => {
  const { outputs } = await deployInstance({ httpPort: 0, httpsPort: 0 });
  expect(outputs.get(INSTANCE)).toMatchObject({
    connection: { httpPort: 8090, httpsPort: 8490, rangeStart: 0, rangeEnd: 0 },
    ports: { http: { localPort: 8090, nodePort: 30880 } },
  });
});

test("takes arguments that other resources give", async () => {
  const { outputs } = await deployInstance({
    instanceName: pulumi.output("other"),
    agents: pulumi.output(1),
  });
  expect(outputs.get(INSTANCE)).toMatchObject({ connection: { cluster: "kecs-other" } });
});

test("tells the program what it shares with tasks, at once", async () => {
  let shared: readonly (readonly string[] | undefined)[] = [];
  await deploy(() => {
    new KecsInstance("myapp", { hostPaths: ["/srv/", "/tmp"] });
    shared = [hostPathsOf(CONNECTION), hostPathsOf({ ...CONNECTION, instance: "other" })];
  });
  expect(shared).toEqual([["/srv", "/tmp"], undefined]);
});

test("rejects all mistakes at once, looks at no machine and registers no child", async () => {
  const registered: Registration[] = [];
  const program = () => new KecsInstance("MYAPP", { httpPort: -1, portRangeStart: 9000 });
  await expect(deploy(program, {}, registered)).rejects.toMatchObject({
    name: "KecsError",
    issues: [
      { code: "KECS1002", path: 'KecsInstance("MYAPP").httpPort' },
      { code: "KECS1003", path: 'KecsInstance("MYAPP").portRangeEnd' },
      { code: "KECS1001", path: 'KecsInstance("MYAPP").instanceName' },
    ],
  });
  expect(registered.map(head)).toEqual(["- > kecs:instance:KecsInstance::MYAPP"]);
  expect(inspectMachine).not.toHaveBeenCalled();
});

test("warns of every route that Traefik did not load, and the update succeeds", async () => {
  const fault = {
    code: "KECS3005",
    path: 'IngressRoute("a")',
    message: "Traefik did not load it",
    severity: "warning",
  } as const;
  jest.mocked(lookAtRoutes).mockResolvedValue([fault, { ...fault, path: "b" }]);
  const warn = jest.spyOn(pulumi.log, "warn").mockResolvedValue();
  const { outputs } = await deployInstance();
  expect(outputs.get(INSTANCE)?.["routes"]).toBe("not loaded");
  expect(warn.mock.calls.map(([text]) => text)).toEqual([
    'KECS3005: IngressRoute("a"): Traefik did not load it',
    "KECS3005: b: Traefik did not load it",
  ]);
  warn.mockRestore();
});

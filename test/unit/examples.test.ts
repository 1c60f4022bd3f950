import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { planPorts } from "../../core/ports/plan";
import { inspectMachine } from "../../cluster/machine/inspectMachine";
import { KecsStack } from "../../components";
import { readOutputs } from "../../core/outputs/read";
import { deploy } from "../helpers/deploy";

jest.mock("../../cluster/traefik/lookAtRoutes");
jest.mock("../../cluster/machine/inspectMachine");
jest.mock("../../cluster/deployment/monitorDeployment", () => ({
  monitorDeployment: () => Promise.resolve(undefined),
}));
jest.mock("../../cluster/task/listTaskPods", () => ({ listTaskPods: () => Promise.resolve([]) }));
jest.mock("../../cluster/task/seeTasks", () => ({
  seeTasks: () => Promise.resolve({ tasks: [], logs: [] }),
}));
jest.mock("../../cluster/image/machine", () => ({
  dockerHost: () => Promise.resolve(undefined),
  daemonPlatform: () => Promise.resolve("linux/amd64"),
}));
jest.mock("../../components/lb/targetGroup/hostAddress", () => ({
  hostAddress: () => Promise.resolve("172.18.0.1"),
}));

const folder = join(__dirname, "..", "..", "examples");
/** How many resources each example registers; one that is not listed here fails the test. */
const SIZES: Readonly<Record<string, number>> = {
  canary: 152,
  hello: 81,
  "host-target": 70,
  orders: 102,
  "other-stack": 0,
  proxy: 92,
  shop: 142,
};
const urls = { "myapp-alb:80": "http://myapp-alb.elb.localhost:8080/" };
/** What the engine would know of each type. */
const state = {
  "command:local:Command": { stdout: "KUBECONFIG" },
  "docker:index/image:Image": { repoDigest: `image@sha256:${"a1".repeat(32)}` },
  "pulumi:pulumi:StackReference": {
    outputs: {
      outputsVersion: 1,
      instance: "myapp",
      connection: {},
      context: "k3d-kecs-myapp",
      ports: {},
      urls,
      albs: { "myapp-alb": { name: "myapp-alb", arn: "arn", hosts: [], listeners: [] } },
    },
  },
};

beforeEach(() => {
  jest.mocked(inspectMachine).mockImplementation((settings) =>
    Promise.resolve({
      plan: planPorts(settings),
      found: { kind: "absent" },
      decision: {
        clusterIdentifier: "e1",
        repairId: "g1",
        replaceReasons: [],
        balancerReasons: [],
      },
    }),
  );
});

test("every example that is a program is run here", () => {
  // That of the AWS CLI is a script, which test/e2e/aws.test.ts runs.
  const programs = readdirSync(folder).filter((name) => existsSync(join(folder, name, "index.ts")));
  expect(programs).toEqual(Object.keys(SIZES));
});

test.each(Object.entries(SIZES))("the example %s registers %i resources", async (name, size) => {
  const { resources } = await deploy(() => import(join(folder, name)), { state });
  expect(resources).toHaveLength(size);
});

test("another stack reads the URLs that KECS put out", async () => {
  const read = new Promise((resolve) => {
    const program = () => void KecsStack.reference("organization/kecs/dev").urls.apply(resolve);
    void deploy(program, { state });
  });
  await expect(read).resolves.toEqual(urls);
});

test.each([
  ["no version", {}, "has no outputs that KECS can read"],
  ["a newer version", { outputsVersion: 2 }, "have version 2; this package reads 1"],
])("rejects the outputs of a stack with %s", async (_, raw, message) => {
  const read = readOutputs(raw, "organization/other/dev");
  await expect(read).rejects.toThrow("KECS1016: stack organization/other/dev: ");
  await expect(read).rejects.toThrow(message);
});

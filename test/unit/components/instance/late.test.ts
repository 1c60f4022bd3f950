import type * as pulumi from "@pulumi/pulumi";
import { Alb, Image, KecsInstance, TargetGroup } from "../../../../components";
import { routesOfProgram } from "../../../../components/controlPlane/routes";
import { inspectMachine } from "../../../../cluster/machine/inspectMachine";
import { listObjects } from "../../../../cluster/presence/listObjects";
import { missingObjects } from "../../../../cluster/presence/missingObjects";
import { lookAtRoutes } from "../../../../cluster/traefik/lookAtRoutes";
import { planPorts } from "../../../../core/ports/plan";
import { deploy, type Registration } from "../../../helpers/deploy";
import { CONNECTION } from "../../../helpers/samples";
import { alb, listener } from "../../../helpers/shop";

jest.mock("../../../../cluster/machine/inspectMachine");
jest.mock("../../../../cluster/presence/listObjects");
jest.mock("../../../../cluster/presence/missingObjects");
jest.mock("../../../../cluster/traefik/lookAtRoutes");
jest.mock("../../../../cluster/image/machine", () => ({
  importedClusterIdentifier: () => Promise.resolve("e1"),
  imageDigest: () => Promise.resolve(`sha256:${"a1".repeat(32)}`),
}));

/* An instance in a program that awaits between its resources. */

/** How many routes there were at each look at them. */
const looks: number[] = [];

beforeEach(() => {
  looks.length = 0;
  jest.mocked(inspectMachine).mockImplementation((settings) =>
    Promise.resolve({
      plan: planPorts({ ...settings, httpPort: 8080, httpsPort: 8443 }),
      found: { kind: "absent" },
      decision: {
        clusterIdentifier: "e1",
        repairId: "g1",
        replaceReasons: [],
        balancerReasons: [],
      },
    }),
  );
  jest.mocked(listObjects).mockResolvedValue([]);
  jest.mocked(missingObjects).mockReset().mockReturnValue([]);
  jest.mocked(lookAtRoutes).mockImplementation(() => {
    looks.push(routesOfProgram().length);
    return Promise.resolve([]);
  });
});

const RANGE = { portRangeStart: 9000, portRangeEnd: 9009 };
const STATE = { state: { "command:local:Command": { stdout: "KUBECONFIG" } } };
const made = (resource: pulumi.Resource): Promise<void> =>
  new Promise((resolve) => {
    resource.urn.apply(() => {
      resolve();
    });
  });
/** The names of the objects at the last look for missing ones. */
const lookedFor = (): (string | undefined)[] => {
  const [, objects = []] = jest.mocked(missingObjects).mock.calls.at(-1) ?? [];
  return objects.map(({ metadata }) => metadata.name);
};

test("looks for the objects and routes of what was made after an await too", async () => {
  const { outputs } = await deploy(async () => {
    const { connection } = new KecsInstance("myapp", RANGE);
    const shop = alb({ connection });
    await made(shop.nodes.record);
    const front = listener(shop, 80, { connection });
    await made(front.nodes.root);
    const late = new TargetGroup("late", { connection });
    await made(late.nodes.service);
    new Alb("last", { connection });
  }, STATE);
  expect(lookedFor()).toEqual(expect.arrayContaining(["lb-shop", "lb-last"]));
  expect(looks.at(-1)).toBe(2);
  expect(outputs.get("kecs:instance:KecsInstance::myapp")).toMatchObject({ routes: "loaded" });
});

test("looks again where something was made during a look", async () => {
  let go = (): void => undefined;
  const looking = new Promise<void>((resolve) => (go = resolve));
  let finish = (): void => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  jest.mocked(listObjects).mockImplementation(async () => {
    go();
    await finished;
    return [];
  });
  await deploy(async () => {
    const { connection } = new KecsInstance("myapp", RANGE);
    await looking;
    new Alb("late", { connection });
    finish();
  }, STATE);
  expect(lookedFor()).toContain("lb-late");
  expect(jest.mocked(missingObjects).mock.calls.length).toBeGreaterThan(1);
});

test("looks once in a program that awaits nothing", async () => {
  await deploy(() => {
    const { connection } = new KecsInstance("myapp", RANGE);
    listener(alb({ connection }), 80, { connection });
  }, STATE);
  expect([looks.length, jest.mocked(missingObjects).mock.calls.length]).toEqual([1, 1]);
});

test("is refused where an image took it for another stack's", async () => {
  const registered: Registration[] = [];
  const program = async () => {
    const image = new Image("web", { connection: CONNECTION, imageName: "myapp:dev" });
    await made(image.nodes.import);
    new KecsInstance("myapp", RANGE);
  };
  await expect(deploy(program, STATE, registered)).rejects.toMatchObject({
    issues: [{ code: "KECS1013", path: 'KecsInstance("myapp").instanceName' }],
  });
  expect(registered.filter(({ parent }) => parent?.endsWith("::myapp") === true)).toEqual([]);
});

test("takes images that come before it without an await between", async () => {
  const { resources } = await deploy(() => {
    new Image("web", { connection: CONNECTION, imageName: "myapp:dev" });
    new KecsInstance("myapp", RANGE);
  }, STATE);
  const command = resources.find(({ name }) => name === "web-import");
  expect(command?.inputs["environment"]).toMatchObject({ KECS_EPOCH: "e1" });
});

test("a mistake after the machine was changed is the program's error", async () => {
  const registered: Registration[] = [];
  const program = async () => {
    const { connection, nodes } = new KecsInstance("myapp", RANGE);
    await made(nodes.cluster);
    new Alb("late", { connection, idleTimeout: 0 });
  };
  await expect(deploy(program, STATE, registered)).rejects.toMatchObject({
    issues: [{ code: "KECS1011", path: 'Alb("late").idleTimeout' }],
  });
  const below = registered.filter(({ parent, name }) => /late/.test(`${parent ?? ""} ${name}`));
  expect(below.map(({ type }) => type)).toEqual(["kecs:lb:Alb"]);
});

import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { EcsCluster, EcsService, Image, TaskDefinition } from "../../../../components";
import { deploy, UNKNOWN, type Deployment, type Registration } from "../../../helpers/deploy";
import { CONNECTION } from "../../../helpers/samples";

jest.mock("../../../../cluster/image/machine", () => ({
  daemonPlatform: () => Promise.resolve("linux/amd64"),
  dockerHost: () => Promise.resolve(undefined),
  importedClusterIdentifier: () => Promise.resolve("e1"),
}));
jest.mock("../../../../components/controlPlane/liveObjects", () => ({
  liveObjects: () => Promise.resolve(new Map()),
}));

const CONFIG_MAP = "kubernetes:core/v1:ConfigMap";
const state = { "docker:index/image:Image": { repoDigest: `sha256:${"a1".repeat(32)}` } };

/** A service whose image has a content that the preview does not know. */
function program() {
  const connection = CONNECTION;
  const image = new Image("web", { connection, build: { context: join(__dirname, "context") } });
  const cluster = new EcsCluster("main", { connection });
  const task = new TaskDefinition("web", {
    connection,
    containerDefinitions: [{ name: "web", image: image.ref }],
  });
  const service = new EcsService("front", {
    connection,
    cluster: cluster.arn,
    taskDefinition: task.arn,
    desiredCount: 3,
  });
  return { task: task.arn, family: task.family, service: service.arn, name: service.name };
}

/** What the preview of another content and the update say of one object. */
async function both(type: string, name: string): Promise<readonly [Registration, Registration]> {
  const of = (deployment: Deployment) => deployment.one(type, name);
  return [of(await deploy(program, { preview: true })), of(await deploy(program, { state }))];
}

beforeEach(() => {
  jest.spyOn(pulumi.log, "warn").mockResolvedValue();
});
afterEach(() => {
  jest.restoreAllMocks();
});

test("the preview of another content replaces no record, and changes that of the task definition", async () => {
  const [preview, update] = await both(CONFIG_MAP, "web-record");
  expect(preview.inputs["metadata"]).toEqual(update.inputs["metadata"]);
  expect(preview.inputs["data"]).toEqual(UNKNOWN);
  const [service, made] = await both(CONFIG_MAP, "front-record");
  expect(service.inputs).toEqual(made.inputs);
});

test("the preview of another content rolls the service in place", async () => {
  const [preview, update] = await both("kubernetes:apps/v1:Deployment", "front");
  const { template, minReadySeconds, ...rest } = update.inputs["spec"] as Record<string, unknown>;
  expect(template).toMatchObject({
    spec: { containers: [{ image: "kecs.local/myapp/web:sha256-a1a1a1a1a1a1" }] },
  });
  expect(minReadySeconds).toBe(10);
  expect(preview.inputs["metadata"]).toEqual(update.inputs["metadata"]);
  expect(preview.inputs["spec"]).toEqual({ ...rest, template: UNKNOWN, minReadySeconds: UNKNOWN });
});

test("the import is replaced, as the content that goes is removed after the services have rolled", async () => {
  const [{ inputs }] = await both("command:local:Command", "web-import");
  expect(inputs["triggers"]).toEqual(["e1", UNKNOWN]);
});

test("what others know a task definition and a service by is known all the same", async () => {
  const stack = "pulumi:pulumi:Stack::kecs-test";
  const preview = await deploy(program, { preview: true });
  const update = await deploy(program, { state });
  expect(update.outputs.get(stack)).toMatchObject({ family: "web", name: "front" });
  expect(preview.outputs.get(stack)).toEqual(update.outputs.get(stack));
});

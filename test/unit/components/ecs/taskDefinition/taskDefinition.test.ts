import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { TaskDefinition, type TaskDefinitionArgs } from "../../../../../components";
import { taskDefinitionArn } from "../../../../../core/arn";
import type { TaskDefinitionEntry } from "../../../../../components/controlPlane/entries";
import { registerInstance } from "../../../../../components/controlPlane/instances";
import { findTaskDefinition } from "../../../../../components/controlPlane/taskDefinitions";
import { deploy, SECRET, UNKNOWN, type Deployment } from "../../../../helpers/deploy";
import { CONNECTION } from "../../../../helpers/samples";

const SECRETS = "kubernetes:core/v1:Secret";
const ARN = taskDefinitionArn(CONNECTION, "web", 1);
const base64 = (text: string) => Buffer.from(text).toString("base64");
const web = { name: "web", image: "nginx:1.27" };

interface Made {
  readonly deployment: Deployment;
  readonly published: TaskDefinitionEntry | undefined;
  /** What was published before the constructor returned. */
  readonly atOnce: boolean;
}

async function make(args: () => Partial<TaskDefinitionArgs>, preview = false): Promise<Made> {
  let atOnce = false;
  let published: TaskDefinitionEntry | undefined;
  const deployment = await deploy(
    () => {
      const task = new TaskDefinition("web", {
        connection: CONNECTION,
        containerDefinitions: [web],
        ...args(),
      });
      atOnce = findTaskDefinition(ARN) !== undefined;
      task.arn.apply((arn) => {
        published = findTaskDefinition(arn);
      });
    },
    { preview },
  );
  return { deployment, published, atOnce };
}

test("publishes plain arguments at once, and makes no Secret of them", async () => {
  const environment = [{ name: "A", value: "b" }];
  const { deployment, published, atOnce } = await make(() => ({
    containerDefinitions: [{ ...web, environment }],
  }));
  expect(atOnce).toBe(true);
  expect(published?.model.containers[0]?.environment).toEqual(environment);
  expect(published?.secretValues).toEqual([]);
  expect(deployment.ofType(SECRETS)).toEqual([]);
});

test("puts the values of secrets into a Secret", async () => {
  const { deployment, published, atOnce } = await make(() => ({
    containerDefinitions: [{ ...web, secrets: [{ name: "A", valueFrom: "p" }] }],
    secretValues: { p: "hunter2", unused: "other" },
  }));
  expect(atOnce).toBe(true);
  expect(deployment.one(SECRETS, "web-secrets").inputs).toMatchObject({
    metadata: { name: "td-web-secrets", namespace: "kecs" },
    data: SECRET({ "web.A": base64("hunter2") }),
  });
  expect(published).toMatchObject({
    model: {
      secretName: "td-web-secrets",
      containers: [{ secrets: [{ name: "A", key: "web.A" }] }],
    },
    secretValues: ["hunter2"],
  });
});

test("puts the secret options of a log driver into a Secret, for the router", async () => {
  const log = { name: "log", image: "b", firelensConfiguration: { type: "fluentbit" } };
  const logConfiguration = {
    logDriver: "awsfirelens",
    options: { Name: "http" },
    secretOptions: [{ name: "http_Passwd", valueFrom: "p" }],
  };
  const { deployment } = await make(() => ({
    containerDefinitions: [{ ...web, logConfiguration }, log],
    secretValues: { p: "hunter2" },
  }));
  expect(deployment.one(SECRETS, "web-secrets").inputs).toMatchObject({
    data: SECRET({ "log.http_Passwd_0": base64("hunter2") }),
  });
});

test.each<[string, () => Partial<TaskDefinitionArgs>]>([
  [
    "a value",
    () => ({
      containerDefinitions: [
        { ...web, environment: [{ name: "A", value: pulumi.secret("hunter2") }] },
      ],
    }),
  ],
  [
    "an entry",
    () => ({
      containerDefinitions: [
        { ...web, environment: [pulumi.secret({ name: "A", value: "hunter2" })] },
      ],
    }),
  ],
  [
    "a list",
    () => ({
      containerDefinitions: [
        { ...web, environment: pulumi.secret([{ name: "A", value: "hunter2" }]) },
      ],
    }),
  ],
  [
    "a container",
    () => ({
      containerDefinitions: [
        pulumi.secret({ ...web, environment: [{ name: "A", value: "hunter2" }] }),
      ],
    }),
  ],
  [
    "all containers",
    () => ({
      containerDefinitions: pulumi.secret([
        { ...web, environment: [{ name: "A", value: "hunter2" }] },
      ]),
    }),
  ],
  [
    "a value of a promise",
    () => ({
      containerDefinitions: [
        Promise.resolve({ ...web, environment: [{ name: "A", value: pulumi.secret("hunter2") }] }),
      ],
    }),
  ],
])("moves the environment into the Secret where %s is secret", async (_, args) => {
  const { deployment, published } = await make(args);
  expect(deployment.one(SECRETS, "web-secrets").inputs["data"]).toEqual(
    SECRET({ "web.A": base64("hunter2") }),
  );
  expect(published).toMatchObject({
    model: { containers: [{ environment: [], secrets: [{ name: "A", key: "web.A" }] }] },
    secretValues: ["hunter2"],
  });
  const others = deployment.resources.filter(({ type }) => type !== SECRETS);
  expect(JSON.stringify(others)).not.toContain("hunter2");
  // Nothing else became a secret either: it would hide the whole of it in every preview.
  expect(JSON.stringify(others)).not.toContain('{"secret":');
  expect(JSON.stringify([...deployment.outputs])).not.toContain('{"secret":');
});

test("publishes before the ARN of arguments that resolve later", async () => {
  const { published, atOnce } = await make(() => ({
    containerDefinitions: [{ ...web, image: pulumi.output("a:1") }],
  }));
  expect(atOnce).toBe(false);
  expect(published?.model.containers[0]?.image).toBe("a:1");
});

test("makes no Secret for an image that resolves later", async () => {
  const { deployment } = await make(() => ({
    containerDefinitions: [{ ...web, image: pulumi.output("a:1") }],
  }));
  expect(deployment.ofType(SECRETS)).toEqual([]);
});

test("previews values that nobody knows yet", async () => {
  const { deployment } = await make(
    () => ({
      containerDefinitions: [{ ...web, environment: [{ name: "A", value: unknown() }] }],
    }),
    true,
  );
  expect(deployment.one(SECRETS, "web-secrets").inputs["data"]).toEqual(UNKNOWN);
});

/** The id of an object that is not there yet. */
function unknown(): pulumi.Output<string> {
  return new k8s.core.v1.ConfigMap("other").id;
}

test("keeps a record without values", async () => {
  const { deployment } = await make(() => ({
    tags: { team: "a" },
    containerDefinitions: [{ ...web, environment: [{ name: "A", value: "plain" }] }],
  }));
  const { data } = deployment.one("kubernetes:core/v1:ConfigMap", "web-record").inputs;
  const { arn, attributes } = data as { arn: string; attributes: string };
  expect(arn).toBe(ARN);
  expect(JSON.parse(attributes)).toMatchObject({
    family: "web",
    revision: 1,
    tags: { team: "a" },
    containers: [{ name: "web", image: "nginx:1.27", environment: ["A"], portMappings: [] }],
  });
});

test("a folder of the machine has to be shared with the instance", async () => {
  const volumes = [{ name: "code", hostPath: "/home/me/shop" }];
  const program = (shared: readonly string[]) =>
    deploy(() => {
      registerInstance(CONNECTION.instance, {
        options: {},
        clusterIdentifier: pulumi.output("clusterIdentifier"),
        hostPaths: shared,
      });
      return new TaskDefinition("web", {
        connection: CONNECTION,
        containerDefinitions: [web],
        volumes,
      });
    });
  await expect(program(["/srv"])).rejects.toThrow(
    'KECS1027: TaskDefinition("web").volumes[0].hostPath',
  );
  await expect(program(["/home/me"])).resolves.toBeDefined();
});

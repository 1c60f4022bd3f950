import { EcsTask, TaskDefinition, type EcsTaskArgs } from "../../../../../components";
import { seeTasks } from "../../../../../cluster/task/seeTasks";
import { listTaskPods } from "../../../../../cluster/task/listTaskPods";
import { clusterArn } from "../../../../../core/arn";
import { deploy } from "../../../../helpers/deploy";
import { pod } from "../../../../helpers/pods";
import { CONNECTION } from "../../../../helpers/samples";

jest.mock("../../../../../cluster/task/seeTasks");
jest.mock("../../../../../cluster/task/listTaskPods");
jest.mock("../../../../../cluster/task/endRuns");

const connection = CONNECTION;
const end = {
  isSuccess: true,
  exitCode: 0,
  diagnosis: undefined,
  stopCode: "EssentialContainerExited",
  stoppedReason: "Essential container in task exited",
} as const;

beforeEach(() => {
  jest.mocked(listTaskPods).mockResolvedValue([]);
  jest
    .mocked(seeTasks)
    .mockImplementation(({ pods }) =>
      Promise.resolve({ tasks: pods.map(() => ({ pod: pod(), end })), logs: ["done"] }),
    );
});

function run(args: Partial<EcsTaskArgs> = {}, preview = false) {
  return deploy(
    () => {
      const task = new TaskDefinition("migrate", {
        connection,
        secretValues: { password: "hunter2hunter2" },
        containerDefinitions: [
          {
            name: "web",
            image: "shop:1",
            secrets: [{ name: "PASSWORD", valueFrom: "password" }],
          },
        ],
      });
      new EcsTask("migrate", {
        connection,
        cluster: clusterArn(connection, "main"),
        taskDefinition: task.arn,
        ...args,
      });
    },
    { preview, state: { "kubernetes:core/v1:Pod": {} } },
  );
}

interface PodInputs {
  readonly metadata: {
    readonly name: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations: Readonly<Record<string, string>>;
  };
  readonly spec: { readonly containers: readonly object[] };
}
const podsOf = (made: Awaited<ReturnType<typeof run>>) =>
  made.ofType("kubernetes:core/v1:Pod").map(({ inputs }) => inputs as unknown as PodInputs);

test("is a pod of the program's own, with its overrides, which Pulumi does not wait for", async () => {
  const [made] = podsOf(
    await run({
      startedBy: "deploy",
      tags: { a: "b" },
      overrides: { containerOverrides: [{ name: "web", command: ["migrate"] }] },
    }),
  );
  expect(made?.metadata.labels).toMatchObject({
    "kecs.dev/owner": "pulumi",
    "kecs.dev/task": "migrate",
    "kecs.dev/cluster": "main",
  });
  expect(made?.metadata.annotations["pulumi.com/skipAwait"]).toBe("true");
  expect(JSON.parse(made?.metadata.annotations["kecs.dev/run"] ?? "")).toMatchObject({
    request: { startedBy: "deploy" },
    tags: [{ key: "a", value: "b" }],
  });
  expect(made?.spec.containers).toMatchObject([{ image: "shop:1", args: ["migrate"] }]);
});

test("puts out how it ended, and waits with what no message may show", async () => {
  const made = await run({ count: 2, timeout: 5 });
  expect(podsOf(made)).toHaveLength(2);
  expect(made.outputs.get("kecs:ecs:EcsTask::migrate")).toMatchObject({
    exitCode: 0,
    logs: ["done"],
    tasks: [{ stopCode: "EssentialContainerExited" }, {}],
  });
  expect(seeTasks).toHaveBeenCalledWith(
    expect.objectContaining({ timeoutSeconds: 5, secretValues: ["hunter2hunter2"] }),
  );
});

test.each<[string, Partial<EcsTaskArgs>, string]>([
  ["too many tasks", { count: 11 }, "KECS1011"],
  ["a container that is not there", named("wep"), 'did you mean "web"'],
  ["a task definition of nobody", { taskDefinition: "migrate" }, "KECS1010"],
])("refuses %s in a preview", async (_, args, what) => {
  await expect(run(args, true)).rejects.toThrow(what);
});

function named(name: string): Partial<EcsTaskArgs> {
  return { overrides: { containerOverrides: [{ name }] } };
}

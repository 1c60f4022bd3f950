import { containerResources, taskResources } from "../../../../../core/ecs/pod/resources";
import type { ContainerModel, TaskModel } from "../../../../../core/ecs/pod/model";
import { container, task } from "../../../../helpers/tasks";

const resources = (of: Partial<ContainerModel>, whole: Partial<TaskModel> = {}) =>
  containerResources(container("web", of), task([], whole));

test.each([
  [0, "1m"],
  [2, "1m"],
  [15, "1m"],
  [16, "2m"],
  [256, "25m"],
  [1024, "100m"],
  [4096, "400m"],
])("asks for a tenth of a share of %i units: %s", (cpuUnits, cpu) => {
  expect(resources({ cpuUnits })).toEqual({ requests: { cpu, memory: "0" } });
});

test("asks for the soft limit and holds to the hard one", () => {
  expect(resources({ memoryMiB: 512, memoryReservationMiB: 128 })).toEqual({
    requests: { cpu: "1m", memory: "128Mi" },
    limits: { memory: "512Mi" },
  });
});

test("asks for no memory where there is a hard limit alone", () => {
  expect(resources({ memoryMiB: 512 })).toEqual({
    requests: { cpu: "1m", memory: "0" },
    limits: { memory: "512Mi" },
  });
});

test("gives no container more memory than its task", () => {
  expect(resources({ memoryMiB: 513, memoryReservationMiB: 513 }, { memoryMiB: 512 })).toEqual({
    requests: { cpu: "1m", memory: "512Mi" },
    limits: { memory: "512Mi" },
  });
});

test.each([
  ["none", {}, {}],
  ["CPU", { cpuUnits: 256 }, { resources: { limits: { cpu: "250m" } } }],
  ["memory", { memoryMiB: 512 }, { resources: { limits: { memory: "512Mi" } } }],
  [
    "both",
    { cpuUnits: 4096, memoryMiB: 8192 },
    { resources: { limits: { cpu: "4000m", memory: "8192Mi" } } },
  ],
])("limits the whole task in %s", (_, values, expected) => {
  expect(taskResources(task([], values))).toEqual(expected);
});

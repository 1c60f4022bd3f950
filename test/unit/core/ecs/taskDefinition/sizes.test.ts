import { cpuUnits, memoryMiB } from "../../../../../core/ecs/taskDefinition/sizes";
import { memoryOf } from "../../../../../core/ecs/taskDefinition/validate/fargate";

test.each([
  ["256", 256],
  ["0.25 vCPU", 256],
  [".5 vcpu", 512],
  ["1vCPU", 1024],
  ["16 vCPU", 16384],
  ["0", undefined],
  ["-1", undefined],
  ["0.3", undefined],
  ["1 GB", undefined],
  ["", undefined],
])("%j of CPU are %s units", (text, units) => {
  expect(cpuUnits(text)).toBe(units);
});

test.each([
  ["512", 512],
  ["0.5 GB", 512],
  ["1GB", 1024],
  ["2 gb", 2048],
  ["1 vCPU", undefined],
  ["0.3 GB", undefined],
])("%j of memory are %s MiB", (text, mebibytes) => {
  expect(memoryMiB(text)).toBe(mebibytes);
});

test.each([
  [256, 512, 2048, 3],
  [512, 1024, 4096, 4],
  [1024, 2048, 8192, 7],
  [2048, 4096, 16384, 13],
  [4096, 8192, 30720, 23],
  [8192, 16384, 61440, 12],
  [16384, 32768, 122880, 12],
])("Fargate has for %s units %s to %s MiB in %s steps", (units, least, most, count) => {
  const sizes = memoryOf(units) ?? [];
  expect([sizes[0], sizes.at(-1), sizes.length]).toEqual([least, most, count]);
});

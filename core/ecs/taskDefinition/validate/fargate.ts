import { problem, type Issue } from "../../../validate";
import type { TaskDefinitionValues } from "../values/taskDefinition";
import { isForFargate } from "./launchType";

/**
 * CPU units, and the least and most GiB of memory with the steps between them.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#task_size
 */
const SIZES: readonly (readonly [units: number, least: number, most: number, step: number])[] = [
  [512, 1, 4, 1],
  [1024, 2, 8, 1],
  [2048, 4, 16, 1],
  [4096, 8, 30, 1],
  [8192, 16, 60, 4],
  [16_384, 32, 120, 8],
];
/** The smallest size has 0.5 GiB too. */
const SMALLEST = { units: 256, memory: [512, 1024, 2048] };

/** What Fargate asks of a task's size, where the definition says that it is for Fargate. */
export function validateFargate(
  values: TaskDefinitionValues,
  cpu: number | undefined,
  memory: number | undefined,
  path: string,
): Issue[] {
  if (!isForFargate(values)) return [];
  const { networkMode } = values;
  const issues = Object.entries({ cpu, memory }).flatMap(([field, size]) =>
    size === undefined
      ? [
          problem(
            "KECS1009",
            `${path}.${field}`,
            "is missing; FARGATE requires it",
            "give the task a size that Fargate supports",
          ),
        ]
      : [],
  );
  if (networkMode === undefined) {
    issues.push(
      problem(
        "KECS1009",
        `${path}.networkMode`,
        "is missing: ECS then uses bridge, which FARGATE rejects",
        'write networkMode: "awsvpc"',
      ),
    );
  } else if (networkMode !== "awsvpc") {
    issues.push(
      problem(
        "KECS1015",
        `${path}.networkMode`,
        `"${networkMode}" is not available on FARGATE`,
        'choose "awsvpc"',
      ),
    );
  }
  return cpu === undefined || memory === undefined
    ? issues
    : [...issues, ...pair(cpu, memory, path)];
}

function pair(cpu: number, memory: number, path: string): Issue[] {
  const allowed = memoryOf(cpu);
  if (allowed === undefined) {
    const units = [SMALLEST.units, ...SIZES.map(([of]) => of)].join(", ");
    return [
      problem(
        "KECS1008",
        `${path}.cpu`,
        `"${cpu}" is not a CPU size of Fargate`,
        `use one of ${units}`,
      ),
    ];
  }
  if (allowed.includes(memory)) return [];
  return [
    problem(
      "KECS1015",
      `${path}.memory`,
      `"${memory}" MiB of memory is not available with "${cpu}" units of CPU on Fargate`,
      `use ${allowed[0] ?? ""} to ${allowed.at(-1) ?? ""} MiB, in the steps that Fargate supports`,
    ),
  ];
}

/** The sizes of memory in MiB that go with so much CPU. */
export function memoryOf(cpu: number): number[] | undefined {
  if (cpu === SMALLEST.units) return SMALLEST.memory;
  const size = SIZES.find(([units]) => units === cpu);
  if (size === undefined) return undefined;
  const [, least, most, step] = size;
  const count = Math.floor((most - least) / step) + 1;
  return Array.from({ length: count }, (_, i) => (least + i * step) * 1024);
}

import { validateTaskDefinition } from "../../../../../../core/ecs/taskDefinition/validate";
import type { TaskDefinitionValues } from "../../../../../../core/ecs/taskDefinition/values/taskDefinition";
import { definition, web } from "../../../../../helpers/taskDefinition";

const RANGE = { start: 9000, end: 9009 };
const BRIDGE = { networkMode: "bridge" } as const;

interface Mapping {
  readonly containerPort: number;
  readonly hostPort: number;
  readonly protocol?: string;
}

const issues = (
  mappings: readonly Mapping[],
  more: Partial<TaskDefinitionValues> = {},
  range: typeof RANGE | undefined = RANGE,
) =>
  validateTaskDefinition(definition([{ ...web, portMappings: mappings }], more), "t", range).filter(
    ({ path }) => path.endsWith(".hostPort"),
  );

const PATH = "t.containerDefinitions[0].portMappings[0].hostPort";

test.each<[string, Mapping, Partial<TaskDefinitionValues>]>([
  ["a port of the range", { containerPort: 5432, hostPort: 9000 }, {}],
  ["the last one of it", { containerPort: 5432, hostPort: 9009 }, BRIDGE],
  ["no port", { containerPort: 5432, hostPort: 0 }, BRIDGE],
  ["the port that awsvpc asks for", { containerPort: 80, hostPort: 80 }, { networkMode: "awsvpc" }],
])("says nothing of %s", (_, mapping, more) => {
  expect(issues([mapping], more)).toEqual([]);
});

test.each<[string, Mapping, Partial<TaskDefinitionValues>]>([
  ["above the range", { containerPort: 5432, hostPort: 9010 }, {}],
  ["below the range", { containerPort: 5432, hostPort: 8999 }, {}],
  ["of the container in bridge mode", { containerPort: 80, hostPort: 80 }, BRIDGE],
])("warns of a port %s, and says the range", (_, mapping, more) => {
  expect(issues([mapping], more)).toEqual([
    {
      code: "KECS1023",
      path: PATH,
      message: `"${mapping.hostPort}" has no effect: it is outside of the instance's range, 9000-9009`,
      hint: "choose a port from 9000 to 9009, or leave it out",
      severity: "warning",
    },
  ]);
});

test("says how an instance gets a range", () => {
  const [issue] = validateTaskDefinition(
    definition([{ ...web, portMappings: [{ containerPort: 5432, hostPort: 9000 }] }]),
    "t",
  ).filter(({ path }) => path === PATH);
  expect(issue).toMatchObject({
    code: "KECS1023",
    hint: "leave it out, or give the instance a range: portRangeStart and portRangeEnd, or KECS_ALB_PORT_RANGE_START and KECS_ALB_PORT_RANGE_END",
  });
});

test("warns of UDP in the range", () => {
  expect(issues([{ containerPort: 53, hostPort: 9000, protocol: "udp" }])).toEqual([
    {
      code: "KECS1023",
      path: PATH,
      message: 'UDP port "9000" has no effect here',
      hint: "leave it out: local ports take TCP alone; other tasks reach the container's port",
      severity: "warning",
    },
  ]);
});

test("rejects one local port for two container ports", () => {
  const both = [
    { containerPort: 5432, hostPort: 9000 },
    { containerPort: 5433, hostPort: 9000 },
  ];
  expect(issues(both)).toEqual([
    {
      code: "KECS1006",
      path: "t.containerDefinitions[0].portMappings[1].hostPort",
      message: 'local port "9000" leads to container "web" already',
      hint: "choose another hostPort for one of the two",
      severity: "error",
    },
  ]);
});

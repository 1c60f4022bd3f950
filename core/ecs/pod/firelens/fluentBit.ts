import { FORWARD, POD_UID, type Routing, type Source } from "./routing";

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html */
const HEALTH = { tag: "firelens-healthcheck", port: 8877 } as const;
const DEFAULT_BUFFER_MB = 25;

type Section = readonly [kind: string, lines: readonly (readonly [string, string | number])[]];

/** The configuration of Fluent Bit that ECS would generate, with the task's files as its input. */
export function fluentBitConfiguration(of: Routing): string {
  const { configFile, memoryMiB } = of.router.router;
  const buffer = `${Math.floor((memoryMiB ?? 0) / 2) || DEFAULT_BUFFER_MB}MB`;
  const facts = [
    ...Object.entries(of.metadata),
    ...(of.taskArnPrefix === undefined
      ? []
      : [["ecs_task_arn", `${of.taskArnPrefix}\${${POD_UID}}`] as const]),
  ];
  return [
    section([
      "SERVICE",
      [
        ["Flush", 1],
        ["Grace", 30],
      ],
    ]),
    section([
      "INPUT",
      [
        ["Name", "forward"],
        ["Listen", FORWARD.host],
        ["Port", FORWARD.port],
      ],
    ]),
    section([
      "INPUT",
      [
        ["Name", "tcp"],
        ["Tag", HEALTH.tag],
        ["Listen", FORWARD.host],
        ["Port", HEALTH.port],
      ],
    ]),
    ...of.sources.map((source) => section(input(source, buffer))),
    ...of.sources.flatMap(filters).map(section),
    ...(facts.length === 0
      ? []
      : [
          section([
            "FILTER",
            [
              ["Name", "record_modifier"],
              ["Match", "*"],
              ...facts.map(([key, value]) => ["Record", `${key} ${value}`] as const),
            ],
          ]),
        ]),
    ...(configFile === undefined ? [] : [`@INCLUDE ${configFile}\n`]),
    section([
      "OUTPUT",
      [
        ["Name", "null"],
        ["Match", HEALTH.tag],
      ],
    ]),
    ...of.sources.flatMap(outputs).map(section),
  ].join("\n");
}

/** A line that the runtime wrote in pieces becomes whole again. */
function input({ container, path }: Source, buffer: string): Section {
  return [
    "INPUT",
    [
      ["Name", "tail"],
      ["Tag", tag(container)],
      ["Path", path],
      ["Read_from_Head", "true"],
      ["Refresh_Interval", 1],
      ["Mem_Buf_Limit", buffer],
      ["multiline.parser", "cri"],
    ],
  ];
}

/** Records have the fields that Docker's driver gives them on ECS. */
function filters({ container, include, exclude }: Source): Section[] {
  const grep = (kind: string, pattern: string): Section => [
    "FILTER",
    [
      ["Name", "grep"],
      ["Match", match(container)],
      [kind, `log ${pattern}`],
    ],
  ];
  return [
    [
      "FILTER",
      [
        ["Name", "modify"],
        ["Match", tag(container)],
        ["Rename", "stream source"],
        ["Remove", "_p"],
        ["Remove", "time"],
        ["Add", `container_name ${container}`],
      ],
    ],
    ...(include === undefined ? [] : [grep("Regex", include)]),
    ...(exclude === undefined ? [] : [grep("Exclude", exclude)]),
  ];
}

function outputs({ container, output, options, secretOptions }: Source): Section[] {
  if (output === undefined) return [];
  return [
    [
      "OUTPUT",
      [
        ["Name", output],
        ["Match", match(container)],
        ...Object.entries(options),
        ...Object.entries(secretOptions).map(
          ([option, variable]) => [option, `\${${variable}}`] as const,
        ),
      ],
    ],
  ];
}

function tag(container: string): string {
  return `${container}-firelens-\${${POD_UID}}`;
}

function match(container: string): string {
  return `${container}-firelens*`;
}

function section([kind, lines]: Section): string {
  return [`[${kind}]`, ...lines.map(([key, value]) => `    ${key} ${value}`), ""].join("\n");
}

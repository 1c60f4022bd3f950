import { FORWARD, POD_UID, type Routing, type Source } from "./routing";

/** A line as the node writes it: its time, its stream, whether it is whole, and what was logged. */
const LINE = "/^(?<time>[^ ]+) (?<source>stdout|stderr) (?<part>[FP]) (?<log>.*)$/";
const LINE_TIME = "%Y-%m-%dT%H:%M:%S.%N%:z";

type Line = string | Block;
interface Block {
  readonly open: string;
  readonly argument?: string;
  readonly lines: readonly Line[];
}

/** The configuration of Fluentd that ECS would generate, with the task's files as its input. */
export function fluentdConfiguration(of: Routing): string {
  const { configFile } = of.router.router;
  const facts = [
    ...Object.entries(of.metadata).map(([key, value]) => `${key} ${value}`),
    ...(of.taskArnPrefix === undefined
      ? []
      : [`ecs_task_arn "${of.taskArnPrefix}#{ENV['${POD_UID}'].delete('-')}"`]),
  ];
  const forward = {
    open: "source",
    lines: ["@type forward", `bind ${FORWARD.host}`, `port ${FORWARD.port}`],
  };
  return [
    block(forward),
    ...of.sources.map((source) => block(input(source))),
    ...of.sources.flatMap(filters).map((each) => block(each)),
    ...(facts.length === 0
      ? []
      : [
          block({
            open: "filter",
            argument: "**",
            lines: ["@type record_transformer", { open: "record", lines: facts }],
          }),
        ]),
    ...(configFile === undefined ? [] : [`@include ${configFile}\n`]),
    ...of.sources.flatMap(outputs).map((each) => block(each)),
  ].join("\n");
}

function input({ container, path }: Source): Block {
  return {
    open: "source",
    lines: [
      "@type tail",
      `tag "${container}-firelens-#{ENV['${POD_UID}'].delete('-')}"`,
      `path ${path}`,
      "read_from_head true",
      "refresh_interval 1",
      {
        open: "parse",
        lines: ["@type regexp", `expression ${LINE}`, `time_format ${LINE_TIME}`],
      },
    ],
  };
}

/** A line that the runtime wrote in pieces stays in pieces, as on ECS. */
function filters({ container, include, exclude }: Source): Block[] {
  const argument = match(container);
  const grep = (kind: string, pattern: string): Block => ({
    open: "filter",
    argument,
    lines: ["@type grep", { open: kind, lines: ["key log", `pattern ${pattern}`] }],
  });
  return [
    {
      open: "filter",
      argument,
      lines: [
        "@type record_transformer",
        "remove_keys part",
        { open: "record", lines: [`container_name ${container}`] },
      ],
    },
    ...(include === undefined ? [] : [grep("regexp", include)]),
    ...(exclude === undefined ? [] : [grep("exclude", exclude)]),
  ];
}

function outputs({ container, output, options, secretOptions }: Source): Block[] {
  if (output === undefined) return [];
  return [
    {
      open: "match",
      argument: match(container),
      lines: [
        `@type ${output}`,
        ...Object.entries(options).map(([key, value]) => `${key} ${value}`),
        ...Object.entries(secretOptions).map(
          ([option, variable]) => `${option} "#{ENV['${variable}']}"`,
        ),
      ],
    },
  ];
}

function match(container: string): string {
  return `${container}-firelens**`;
}

function block({ open, argument, lines }: Block, indent = ""): string {
  const inner = `${indent}  `;
  return [
    `${indent}<${open}${argument === undefined ? "" : ` ${argument}`}>`,
    ...lines.map((line) =>
      typeof line === "string" ? inner + line : block(line, inner).trimEnd(),
    ),
    `${indent}</${open}>`,
    "",
  ].join("\n");
}

import { fluentBitConfiguration } from "../../../../../../core/ecs/pod/firelens/fluentBit";
import { fluentdConfiguration } from "../../../../../../core/ecs/pod/firelens/fluentd";
import { routing, type Routing } from "../../../../../../core/ecs/pod/firelens/routing";
import type { ContainerModel, RouterModel } from "../../../../../../core/ecs/pod/model";
import { CONNECTION } from "../../../../../helpers/samples";
import { container, task } from "../../../../../helpers/tasks";

const settings = { connection: CONNECTION, cluster: "main" };
const routed = (options: Record<string, string>): Partial<ContainerModel> => ({
  log: { driver: "awsfirelens", options },
});
const of = (
  router: Partial<RouterModel>,
  containers: readonly ContainerModel[] = [container("web", routed({}))],
): Routing => {
  const log = container("log", { router: { type: "fluentbit", addsMetadata: false, ...router } });
  const found = routing(task([log, ...containers]), settings);
  if (found === undefined) throw new Error("the task has no router");
  return found;
};
/** The sections of that kind, each with its lines. */
const sections = (configuration: string, kind: string): string[][] =>
  configuration
    .split("\n\n")
    .map((section) =>
      section
        .trim()
        .split("\n")
        .map((line) => line.trim()),
    )
    .filter(([first]) => first === kind)
    .map(([, ...lines]) => lines);

test("a task without a router has no configuration", () => {
  expect(routing(task([container("web", routed({ Name: "null" }))]), settings)).toBeUndefined();
});

test("only the containers with that log driver are sources", () => {
  const others = [container("a", { log: { driver: "awslogs", options: {} } }), container("b")];
  const { sources } = of({}, [...others, container("web", routed({ Name: "http", Host: "a" }))]);
  expect(sources).toEqual([
    {
      container: "web",
      path: "/var/log/kecs/web/*.log",
      output: "http",
      options: { Host: "a" },
      secretOptions: {},
    },
  ]);
});

test("Fluent Bit reads each source from its files, from their beginning", () => {
  const configuration = fluentBitConfiguration(of({ memoryMiB: 100 }));
  expect(sections(configuration, "[INPUT]")).toEqual([
    ["Name forward", "Listen 127.0.0.1", "Port 24224"],
    ["Name tcp", "Tag firelens-healthcheck", "Listen 127.0.0.1", "Port 8877"],
    [
      "Name tail",
      "Tag web-firelens-${KECS_POD_UID}",
      "Path /var/log/kecs/web/*.log",
      "Read_from_Head true",
      "Refresh_Interval 1",
      "Mem_Buf_Limit 50MB",
      "multiline.parser cri",
    ],
  ]);
  expect(sections(configuration, "[OUTPUT]")).toEqual([
    ["Name null", "Match firelens-healthcheck"],
  ]);
});

test("Fluent Bit filters and sends each source by its options", () => {
  const web = container("web", {
    log: {
      driver: "awsfirelens",
      options: {
        Name: "http",
        Host: "logs",
        "include-pattern": "^a",
        "exclude-pattern": "b$",
      },
      secretOptions: [{ name: "http_Passwd", variable: "http_Passwd_1" }],
    },
  });
  const configuration = fluentBitConfiguration(of({ addsMetadata: true }, [web]));
  expect(sections(configuration, "[FILTER]").slice(1)).toEqual([
    ["Name grep", "Match web-firelens*", "Regex log ^a"],
    ["Name grep", "Match web-firelens*", "Exclude log b$"],
    [
      "Name record_modifier",
      "Match *",
      "Record ecs_cluster main",
      "Record ecs_task_definition shop:3",
      "Record ecs_task_arn arn:aws:ecs:us-east-1:000000000000:task/main/${KECS_POD_UID}",
    ],
  ]);
  expect(sections(configuration, "[OUTPUT]").slice(1)).toEqual([
    ["Name http", "Match web-firelens*", "Host logs", "http_Passwd ${http_Passwd_1}"],
  ]);
});

test("the router's own file comes behind the filters and before the outputs", () => {
  const kinds = (text: string) =>
    text.match(/^(\[\w+\]|@\w+|<(source|filter|match))/gim)?.slice(-3) ?? [];
  const web = container("web", routed({ Name: "null", "@type": "null" }));
  const configFile = "/extra.conf";
  expect(kinds(fluentBitConfiguration(of({ configFile }, [web])))).toEqual([
    "@INCLUDE",
    "[OUTPUT]",
    "[OUTPUT]",
  ]);
  expect(kinds(fluentdConfiguration(of({ configFile, type: "fluentd" }, [web])))).toEqual([
    "<filter",
    "@include",
    "<match",
  ]);
});

test("Fluentd has the same in its own words", () => {
  const web = container("web", {
    log: {
      driver: "awsfirelens",
      options: { "@type": "http", endpoint: "http://logs", "exclude-pattern": "b$" },
      secretOptions: [{ name: "password", variable: "password_1" }],
    },
  });
  const configuration = fluentdConfiguration(of({ type: "fluentd", addsMetadata: true }, [web]));
  const arn = "arn:aws:ecs:us-east-1:000000000000:task/main/#{ENV['KECS_POD_UID'].delete('-')}";
  expect(sections(configuration, "<source>")[1]?.slice(0, 5)).toEqual([
    "@type tail",
    "tag \"web-firelens-#{ENV['KECS_POD_UID'].delete('-')}\"",
    "path /var/log/kecs/web/*.log",
    "read_from_head true",
    "refresh_interval 1",
  ]);
  expect(sections(configuration, "<filter web-firelens**>")[1]).toEqual([
    "@type grep",
    "<exclude>",
    "key log",
    "pattern b$",
    "</exclude>",
    "</filter>",
  ]);
  expect(sections(configuration, "<filter **>")[0]).toContain(`ecs_task_arn "${arn}"`);
  expect(sections(configuration, "<match web-firelens**>")[0]).toEqual([
    "@type http",
    "endpoint http://logs",
    "password \"#{ENV['password_1']}\"",
    "</match>",
  ]);
});

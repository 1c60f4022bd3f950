import fc from "fast-check";
import type { WithSecrets } from "../../../../../core/withSecrets";
import { validateTaskDefinition } from "../../../../../core/ecs/taskDefinition/validate";
import type { ContainerValues } from "../../../../../core/ecs/taskDefinition/values/container";
import type { TaskDefinitionValues } from "../../../../../core/ecs/taskDefinition/values/taskDefinition";
import { definition, issuesOf, web } from "../../../../helpers/taskDefinition";

const numbered = (count: number): ContainerValues[] =>
  Array.from({ length: count }, (_, i) => ({ name: `c${i}`, image: "i" }));
const side: ContainerValues = { name: "side", image: "b" };
const ended = (condition: string) => [{ containerName: "side", condition }];
const checked: ContainerValues = { ...side, healthCheck: { command: ["CMD", "true"] } };
const arn = "arn:aws:secretsmanager:us-east-1:000000000000:secret:db-AbCdEf";

test.each<[string, readonly ContainerValues[], Partial<TaskDefinitionValues>]>([
  ["one container", [web], {}],
  ["ten containers", numbered(10), {}],
  [
    "ports 1 and 65535",
    [{ ...web, portMappings: [{ containerPort: 1 }, { containerPort: 65535 }] }],
    {},
  ],
  [
    "one port for two protocols",
    [{ ...web, portMappings: [{ containerPort: 53 }, { containerPort: 53, protocol: "udp" }] }],
    {},
  ],
  ["a range of ports", [{ ...web, portMappings: [{ containerPortRange: "8000-8010" }] }], {}],
  [
    "a port with a protocol of its own",
    [{ ...web, portMappings: [{ containerPort: 80, name: "web", appProtocol: "grpc" }] }],
    {},
  ],
  ["an image by its digest", [{ ...web, image: `a.test/b@sha256:${"0".repeat(64)}` }], {}],
  ["an empty value in the environment", [{ ...web, environment: [{ name: "A", value: "" }] }], {}],
  ["a user by number", [{ ...web, user: "1000:1000" }], {}],
  ["root", [{ ...web, user: "root" }], {}],
  [
    "a check of a shell",
    [
      {
        ...web,
        healthCheck: {
          command: ["CMD-SHELL", "true"],
          interval: 5,
          timeout: 2,
          retries: 1,
          startPeriod: 0,
        },
      },
    ],
    {},
  ],
  [
    "a check's other bounds",
    [
      {
        ...web,
        healthCheck: {
          command: ["CMD", "a"],
          interval: 300,
          timeout: 60,
          retries: 10,
          startPeriod: 300,
        },
      },
    ],
    {},
  ],
  ["no check", [{ ...web, healthCheck: { command: ["NONE"] } }], {}],
  ["a dependency on START", [{ ...web, dependsOn: ended("START") }, side], {}],
  ["a dependency on HEALTHY", [{ ...web, dependsOn: ended("HEALTHY") }, checked], {}],
  [
    "a dependency on SUCCESS",
    [
      { ...web, dependsOn: ended("SUCCESS") },
      { ...side, essential: false },
    ],
    {},
  ],
  [
    "a mounted volume",
    [{ ...web, mountPoints: [{ sourceVolume: "v", containerPath: "/v" }] }],
    { volumes: [{ name: "v" }] },
  ],
  [
    "another container's mounts",
    [{ ...web, volumesFrom: [{ sourceContainer: "side" }] }, side],
    {},
  ],
  ["a link", [{ ...web, links: ["side:db"] }, side], {}],
  [
    "sizes",
    [{ ...web, cpu: 256, memory: 6, memoryReservation: undefined }],
    { cpu: ".25 vCPU", memory: "0.5 GB" },
  ],
  [
    "the smallest size of Fargate",
    [web],
    { cpu: "256", memory: "512", requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc" },
  ],
  [
    "the largest size of Fargate",
    [web],
    {
      cpu: "16 vCPU",
      memory: "120 GB",
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
    },
  ],
  [
    "capabilities",
    [{ ...web, linuxParameters: { capabilities: { add: ["NET_ADMIN"], drop: ["ALL"] } } }],
    {},
  ],
  [
    "a secret",
    [{ ...web, secrets: [{ name: "A", valueFrom: "p" }] }],
    { secretValues: { p: "v" } },
  ],
  [
    "a key of a secret",
    [{ ...web, secrets: [{ name: "A", valueFrom: `${arn}:k::` }] }],
    { secretValues: { [arn]: '{"k":"v"}' } },
  ],
])("accepts %s", (_, containers, more) => {
  expect(issuesOf(definition(containers, more))).toEqual([]);
});

test("rejects containers that are larger than their task", () => {
  const containers = [
    { ...web, cpu: 200, memory: 600 },
    { ...side, cpu: 100 },
  ];
  expect(issuesOf(definition(containers, { cpu: "256", memory: "512" }))).toEqual([
    "KECS1015 c[0].memory",
    "KECS1015 cpu",
  ]);
});

test("tells everything at once, unknown fields too", () => {
  const one = { name: " ", image: "", healthChek: {} };
  expect(issuesOf(definition([one, { ...one, image: "b" }]))).toEqual([
    "KECS1024 c[0].healthChek",
    "KECS1024 c[1].healthChek",
    "KECS1001 c[0].name",
    "KECS1009 c[0].image",
    "KECS1001 c[1].name",
    "KECS1015 c[1].name",
  ]);
});

test.each<[string, ContainerValues[], string[], string[]]>([
  [
    "a value of the environment",
    [{ ...web, environment: [{ name: "A", value: "b" }] }],
    ["containerDefinitions[0].environment[0].value"],
    [],
  ],
  [
    "a command",
    [{ ...web, command: ["a"] }],
    ["containerDefinitions[0].command[0]"],
    ["KECS1013 c[0].command[0]"],
  ],
  [
    "the name of a variable",
    [{ ...web, environment: [{ name: "A", value: "b" }] }],
    ["containerDefinitions[0].environment[0].name"],
    ["KECS1013 c[0].environment[0].name"],
  ],
  [
    "what is not used here anyway",
    [{ ...web, hostname: "a" }],
    ["containerDefinitions[0].hostname"],
    ["KECS1023  (warning)"],
  ],
  ["all containers", [web], ["containerDefinitions"], ["KECS1023 c (warning)"]],
])("keeps secret, or refuses to show, %s", (_, containers, secrets, expected) => {
  expect(
    issuesOf(definition(containers, {}, secrets)).map((of) =>
      of.replace("KECS1023 t ", "KECS1023  "),
    ),
  ).toEqual(expected);
});

test("shows no secret in a message", () => {
  const container = { ...web, user: "hunter2", links: ["hunter2"] };
  const issues = validateTaskDefinition(
    definition([container], { secretValues: { a: "hunter2" } }),
    "t",
  );
  expect(issues).toHaveLength(2);
  expect(JSON.stringify(issues)).not.toContain("hunter2");
});

const anything = { value: fc.anything({ withNullPrototype: false }) };

test("copes with whatever JSON brings", () => {
  const containers = fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue()), fc.array(known()));
  fc.assert(
    fc.property(containers, fc.dictionary(fc.string(), fc.jsonValue()), (list, more) => {
      const value = { family: "a", ...more, containerDefinitions: list };
      expect(() => issuesOf({ value, secrets: [] })).not.toThrow();
    }),
  );
});

/** Objects with names that ECS knows and any values. */
function known(): fc.Arbitrary<unknown> {
  const names = [
    "name",
    "image",
    "environment",
    "secrets",
    "portMappings",
    "healthCheck",
    "dependsOn",
    "linuxParameters",
    "links",
  ];
  return fc.dictionary(fc.constantFrom(...names), fc.jsonValue());
}

test("takes null for what is not given, wherever it stands", () => {
  const nothing = { cpu: null, volumes: null, networkMode: null, proxyConfiguration: null };
  const container = { ...web, command: null, healthCheck: null, linuxParameters: null };
  const value = { ...definition([container as never]).value, ...nothing };
  expect(issuesOf({ value, secrets: [] })).toEqual([]);
});

test("reports an unknown field wherever it stands", () => {
  const places: Record<string, (extra: object) => object> = {
    "": (extra) => ({ ...definition([web]).value, ...extra }),
    "containerDefinitions[0].": (extra) => definition([{ ...web, ...extra }]).value,
    "containerDefinitions[0].portMappings[1].": (extra) =>
      definition([{ ...web, portMappings: [{ containerPort: 1 }, { containerPort: 2, ...extra }] }])
        .value,
    "containerDefinitions[0].logConfiguration.": (extra) =>
      definition([{ ...web, logConfiguration: { logDriver: "awslogs", ...extra } }]).value,
    "containerDefinitions[0].linuxParameters.tmpfs[0].": (extra) =>
      definition([
        { ...web, linuxParameters: { tmpfs: [{ containerPath: "/a", size: 1, ...extra }] } },
      ]).value,
    "volumes[0].efsVolumeConfiguration.": (extra) =>
      definition([web], {
        volumes: [{ name: "v", efsVolumeConfiguration: { fileSystemId: "f", ...extra } }],
      }).value,
  };
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(places)),
      fc.stringMatching(/^x[a-zA-Z]{3,12}$/),
      anything.value,
      (place, name, value) => {
        fc.pre(value !== undefined && value !== null);
        const issues = validateTaskDefinition(
          {
            value: places[place]?.({ [name]: value }),
            secrets: [],
          } as WithSecrets<TaskDefinitionValues>,
          "t",
        );
        expect(issues).toContainEqual(
          expect.objectContaining({ code: "KECS1024", path: `t.${place}${name}` }),
        );
      },
    ),
  );
});

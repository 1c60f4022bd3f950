import {
  validateTaskDefinition,
  type ContainerValues,
} from "../../../components/taskDefinition/validate";
import { brief } from "../../helpers/issues";

const web: ContainerValues = { name: "web", image: "nginx:1.27" };
const check = (containers: readonly ContainerValues[], family = "a") =>
  brief(validateTaskDefinition({ family, containerDefinitions: containers }, "t"));
const numbered = (count: number): ContainerValues[] =>
  Array.from({ length: count }, (_, i) => ({ name: `c${i}`, image: "i" }));

test.each<[string, readonly ContainerValues[]]>([
  ["one container", [web]],
  ["ten containers", numbered(10)],
  [
    "the lowest and the highest port",
    [{ ...web, portMappings: [{ containerPort: 1 }, { containerPort: 65535 }] }],
  ],
  ["an image by its digest", [{ ...web, image: `a.test/b@sha256:${"0".repeat(64)}` }]],
  ["an empty value in the environment", [{ ...web, environment: [{ name: "A", value: "" }] }]],
])("accepts %s", (_, containers) => {
  expect(check(containers)).toEqual([]);
});

test.each<[string, readonly ContainerValues[], string[]]>([
  ["no container", [], ["KECS1011 t.containerDefinitions"]],
  ["eleven containers", numbered(11), ["KECS1011 t.containerDefinitions"]],
  ["an empty name", [{ ...web, name: "" }], ["KECS1001 t.containerDefinitions[0].name"]],
  ["no image", [{ ...web, image: "" }], ["KECS1009 t.containerDefinitions[0].image"]],
  ["a blank in an image", [{ ...web, image: "a b" }], ["KECS1009 t.containerDefinitions[0].image"]],
  [
    "port 0",
    [{ ...web, portMappings: [{ containerPort: 0 }] }],
    ["KECS1011 t.containerDefinitions[0].portMappings[0].containerPort"],
  ],
  [
    "port 65536",
    [{ ...web, portMappings: [{ containerPort: 80 }, { containerPort: 65536 }] }],
    ["KECS1011 t.containerDefinitions[0].portMappings[1].containerPort"],
  ],
  [
    "a variable without a name",
    [{ ...web, environment: [{ name: "", value: "a" }] }],
    ["KECS1001 t.containerDefinitions[0].environment[0].name"],
  ],
  [
    "= in a variable's name",
    [{ ...web, environment: [{ name: "A=B", value: "a" }] }],
    ["KECS1001 t.containerDefinitions[0].environment[0].name"],
  ],
  [
    "one name for two containers",
    [web, { ...web, image: "b" }],
    ["KECS1015 t.containerDefinitions[1].name"],
  ],
  [
    "one port in two containers",
    [
      { ...web, portMappings: [{ containerPort: 80 }] },
      { name: "b", image: "b", portMappings: [{ containerPort: 80 }] },
    ],
    ["KECS1015 t.containerDefinitions"],
  ],
  [
    "everything at once",
    [
      { name: " ", image: "" },
      { name: " ", image: "b" },
    ],
    [
      "KECS1001 t.containerDefinitions[0].name",
      "KECS1009 t.containerDefinitions[0].image",
      "KECS1001 t.containerDefinitions[1].name",
      "KECS1015 t.containerDefinitions[1].name",
    ],
  ],
])("rejects %s", (_, containers, expected) => {
  expect(check(containers)).toEqual(expected);
});

test.each([["a".repeat(256)], [""], ["a.b"]])("rejects the family %j", (family) => {
  expect(check([web], family)).toEqual(["KECS1001 t.family"]);
});

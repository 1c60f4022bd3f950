import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { KecsError, type Issue } from "../../../../core/validate";
import { KEYS } from "../../../../components/stack/keys";
import { readStackConfig } from "../../../../components/stack/stackConfig";
import { brief, only } from "../../../helpers/issues";

type Values = Record<string, string>;

const keyed = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [`kecs:${key}`, value]));

const read = (values: Values, variables: Values = {}) =>
  readStackConfig(keyed({ instance: "myapp", ...values }), variables);

function refused(values: Values, variables: Values = {}): readonly Issue[] {
  try {
    readStackConfig(keyed(values), variables);
  } catch (error) {
    if (KecsError.is(error)) return error.issues;
    throw error;
  }
  return [];
}

const NO_SAMPLE = { enabled: false, image: "traefik/whoami:v1.11.0", listeners: [80] };

describe("readStackConfig reads", () => {
  test("an instance's name alone, and leaves out what was not said", () => {
    expect(read({})).toStrictEqual({ instance: { instanceName: "myapp" }, sample: NO_SAMPLE });
  });

  test("every key", () => {
    expect(
      read({
        httpPort: "8000",
        httpsPort: "8001",
        portRangeStart: "9000",
        portRangeEnd: "9009",
        bindAddress: "0.0.0.0",
        agents: "2",
        hostPaths: "/tmp, /srv",
        k3sImage: "k3s:x",
        traefikImage: "traefik:x",
        region: "eu-west-1",
        accountId: "123456789012",
        sample: "true",
        sampleImage: "whoami:x",
        sampleListeners: "8081, 80,443,80",
      }),
    ).toStrictEqual({
      instance: {
        instanceName: "myapp",
        httpPort: 8000,
        httpsPort: 8001,
        portRangeStart: 9000,
        portRangeEnd: 9009,
        bindAddress: "0.0.0.0",
        agents: 2,
        hostPaths: ["/tmp", "/srv"],
        k3sImage: "k3s:x",
        traefikImage: "traefik:x",
        region: "eu-west-1",
        accountId: "123456789012",
      },
      sample: { enabled: true, image: "whoami:x", listeners: [80, 443, 8081] },
    });
  });

  test("auto as a port that is to be picked", () => {
    expect(read({ httpPort: "auto", httpsPort: "auto" }).instance).toStrictEqual({
      instanceName: "myapp",
      httpPort: 0,
      httpsPort: 0,
    });
  });

  test("keys of other namespaces as none of its business", () => {
    const raw = { "kecs:instance": "a", "aws:region": "x", "pulumi:tags": "{}", "kecsx:y": "z" };
    expect(readStackConfig(raw, {}).instance).toStrictEqual({ instanceName: "a" });
  });

  test.each([
    ["KECS_ALB_PORT_RANGE_START", "9005", "portRangeStart", 9005],
    ["KECS_ALB_PORT_RANGE_END", "9008", "portRangeEnd", 9008],
    ["KECS_K3S_IMAGE", "k3s:env", "k3sImage", "k3s:env"],
    ["KECS_TRAEFIK_IMAGE", "traefik:env", "traefikImage", "traefik:env"],
  ] as const)("%s rather than the stack's file", (variable, value, field, expected) => {
    const file = {
      portRangeStart: "9000",
      portRangeEnd: "9009",
      k3sImage: "k",
      traefikImage: "t",
    };
    expect(read(file, { [variable]: value }).instance[field]).toBe(expected);
  });

  test("KECS_SAMPLE_IMAGE rather than the stack's file", () => {
    const { sample } = read({ sampleImage: "a" }, { KECS_SAMPLE_IMAGE: "b" });
    expect(sample.image).toBe("b");
  });

  test("the stack's file where a variable is empty", () => {
    expect(read({ k3sImage: "k" }, { KECS_K3S_IMAGE: "" }).instance.k3sImage).toBe("k");
  });

  test("the template stack as it is delivered", () => {
    const file = join(__dirname, "../../../../stacks/Pulumi.dev.yaml");
    const { config } = parse(readFileSync(file, "utf8")) as { config: object };
    // Pulumi hands every value on as text.
    const texts = Object.entries(config).map(([key, value]) => [key, String(value)]);
    expect(readStackConfig(Object.fromEntries(texts) as Values, {})).toStrictEqual({
      instance: { instanceName: "myapp", portRangeStart: 9000, portRangeEnd: 9009 },
      sample: { enabled: true, image: "traefik/whoami:v1.11.0", listeners: [80, 8081] },
    });
  });
});

test("names every key in the template stack", () => {
  const text = readFileSync(join(__dirname, "../../../../stacks/Pulumi.dev.yaml"), "utf8");
  const named = [...text.matchAll(/^ {2}(?:# )?kecs:(\w+):/gm)].map(([, key]) => key);
  expect(named.sort()).toEqual(Object.keys(KEYS).sort());
});

describe("readStackConfig rejects", () => {
  test.each<[string, Values, string[]]>([
    ["no instance", {}, ["KECS1009 kecs:instance"]],
    ["an empty instance", { instance: "" }, ["KECS1009 kecs:instance"]],
    ["a name that is none", { instance: "A B" }, ["KECS1001 kecs:instance"]],
    ["a port that is no number", { instance: "a", httpPort: "eighty" }, ["KECS1008 kecs:httpPort"]],
    ["an empty port", { instance: "a", httpPort: "" }, ["KECS1008 kecs:httpPort"]],
    ["a fraction", { instance: "a", httpsPort: "80.5" }, ["KECS1008 kecs:httpsPort"]],
    ["a hexadecimal", { instance: "a", portRangeStart: "0x10" }, ["KECS1008 kecs:portRangeStart"]],
    ["auto for a range", { instance: "a", portRangeEnd: "auto" }, ["KECS1008 kecs:portRangeEnd"]],
    [
      "a shared folder that is not there",
      { instance: "a", hostPaths: "/tmp,none" },
      ["KECS1008 kecs:hostPaths"],
    ],
    ["agents in words", { instance: "a", agents: "two" }, ["KECS1008 kecs:agents"]],
    ["yes for a truth", { instance: "a", sample: "yes" }, ["KECS1008 kecs:sample"]],
    [
      "a list with a gap",
      { instance: "a", sampleListeners: "80,,81" },
      ["KECS1008 kecs:sampleListeners"],
    ],
    ["a port out of bounds", { instance: "a", httpPort: "70000" }, ["KECS1002 kecs:httpPort"]],
    ["an API on no port", { instance: "a", apiPort: "0" }, ["KECS1002 kecs:apiPort"]],
    ["an API on a word", { instance: "a", apiPort: "auto" }, ["KECS1008 kecs:apiPort"]],
    ["half a range", { instance: "a", portRangeStart: "9000" }, ["KECS1003 kecs:portRangeEnd"]],
    ["an address that is none", { instance: "a", bindAddress: "x" }, ["KECS1008 kecs:bindAddress"]],
  ])("%s", (_, values, expected) => {
    expect(brief(refused(values))).toEqual(expected);
  });

  test("an unknown key, and asks whether a known one was meant", () => {
    expect(only(refused({ instance: "a", httPort: "1" }))).toEqual({
      code: "KECS1014",
      path: "kecs:httPort",
      message: "there is no such setting",
      hint: "did you mean kecs:httpPort?",
      severity: "error",
    });
  });

  test("an unknown key that resembles none, and lists all", () => {
    expect(only(refused({ instance: "a", banana: "1" })).hint).toBe(
      `the settings are ${Object.keys(KEYS).join(", ")}`,
    );
  });

  test.each([["toString"], ["constructor"], ["__proto__"]])(
    "a key that every object has: %s",
    (key) => {
      const raw = JSON.parse(`{ "kecs:instance": "a", "kecs:${key}": "1" }`) as Values;
      expect(() => readStackConfig(raw, {})).toThrow("KECS1014");
    },
  );

  test("a variable's value under the variable's name", () => {
    const file = { instance: "a", portRangeStart: "9000", portRangeEnd: "9009" };
    expect(brief(refused(file, { KECS_ALB_PORT_RANGE_START: "x" }))).toEqual([
      "KECS1008 KECS_ALB_PORT_RANGE_START",
    ]);
    expect(brief(refused(file, { KECS_ALB_PORT_RANGE_START: "70000" }))).toEqual([
      "KECS1003 KECS_ALB_PORT_RANGE_START",
    ]);
    expect(brief(refused(file, { KECS_ALB_PORT_RANGE_END: "9500" }))).toEqual([
      "KECS1003 KECS_ALB_PORT_RANGE_END",
    ]);
  });

  test("an unreadable port once, and makes no second problem of it", () => {
    const range = { portRangeStart: "8080", portRangeEnd: "8089" };
    expect(brief(refused({ instance: "a", httpPort: "x", ...range }))).toEqual([
      "KECS1008 kecs:httpPort",
    ]);
    expect(brief(refused({ instance: "a", ...range, portRangeStart: "x" }))).toEqual([
      "KECS1008 kecs:portRangeStart",
    ]);
  });

  test("everything at once", () => {
    expect(
      brief(
        refused({
          nope: "1",
          httpPort: "x",
          httpsPort: "70000",
          agents: "-",
          sample: "maybe",
          sampleListeners: "a",
        }),
      ),
    ).toEqual([
      "KECS1014 kecs:nope",
      "KECS1009 kecs:instance",
      "KECS1008 kecs:httpPort",
      "KECS1008 kecs:agents",
      "KECS1008 kecs:sample",
      "KECS1008 kecs:sampleListeners",
      "KECS1002 kecs:httpsPort",
    ]);
  });
});

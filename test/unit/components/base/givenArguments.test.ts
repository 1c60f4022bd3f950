import { setImmediate } from "node:timers/promises";
import {
  Alb,
  Certificate,
  DiscoveryService,
  EcsCluster,
  EcsService,
  HttpNamespace,
  Image,
  KecsInstance,
  Listener,
  ListenerCertificate,
  ListenerRule,
  PrivateDnsNamespace,
  TargetGroup,
  TaskDefinition,
  TrustStore,
} from "../../../../components";
import { soundProgram } from "../../../../components/controlPlane/program";
import { deploy, type Registration } from "../../../helpers/deploy";
import { refusal } from "../../../helpers/refusal";

/** A component as a program without types calls it. */
type Untyped = new (name: string, args?: unknown) => unknown;

/** With the field that each of them asks for first. */
const COMPONENTS: readonly (readonly [Untyped, string])[] = [
  ...[Alb, Listener, ListenerRule, TargetGroup, TrustStore, Certificate],
  ...[
    EcsCluster,
    TaskDefinition,
    EcsService,
    Image,
    PrivateDnsNamespace,
    DiscoveryService,
    HttpNamespace,
  ],
].map((of) => [of as Untyped, "connection"] as const);
const ALL = [...COMPONENTS, [ListenerCertificate as Untyped, "listenerArn"] as const];

describe.each(ALL.map(([of, field]) => [of.name, of, field] as const))("%s", (name, of, field) => {
  test.each<[string, readonly unknown[], string]>([
    ["no arguments", [], `KECS1009 ${name}("a").${field}`],
    ["undefined", [undefined], `KECS1009 ${name}("a").${field}`],
    ["null", [null], `KECS1009 ${name}("a").${field}`],
    ["a text", ["x"], `KECS1024 ${name}("a")`],
    ["a number", [5], `KECS1024 ${name}("a")`],
    ["a list", [[]], `KECS1024 ${name}("a")`],
    ["a function", [() => 1], `KECS1024 ${name}("a")`],
  ])("is refused with %s, before anything is registered", async (_, args, code) => {
    const registered: Registration[] = [];
    let outcome: unknown;
    const program = () => {
      void soundProgram().catch((error: unknown) => (outcome = error));
      new of("a", ...args);
    };
    const error: unknown = await deploy(program, {}, registered).catch((reason: unknown) => reason);
    await setImmediate();
    expect(error).toMatchObject({ issues: [{ code: code.slice(0, 8), path: code.slice(9) }] });
    expect([registered, outcome]).toEqual([[], error]);
  });
});

test.each([["x"], [5], [[]], [true]])("KecsInstance is refused with %j", async (args) => {
  const { codes } = await refusal(() => new (KecsInstance as Untyped)("a", args));
  expect(codes).toEqual(['KECS1024 KecsInstance("a")']);
});

test("says what to do", async () => {
  const make = (...args: unknown[]) => deploy(() => new (Alb as Untyped)("a", ...args));
  await expect(make()).rejects.toThrow(/KECS1009: Alb\("a"\)\.connection: is missing/);
  await expect(make([])).rejects.toThrow(/KECS1024: Alb\("a"\): is a list, not an object/);
});

import type { NormalizedSchema } from "@smithy/core/schema";

import { findOperation, type ServiceName } from "../../../../api/wire/services";
import { MODELS, type Shape } from "../../../../api/wire/validate/model";

/* The table is made of botocore's model; the SDK's packages are made of the same one. */

const SERVICES = Object.entries(MODELS);

const isSorted = (names: readonly string[]): boolean =>
  names.every((name, index) => index === 0 || String(names[index - 1]) < name);

const shapesBelow = ({ members = {}, member, key, value }: Shape): readonly string[] =>
  [...Object.values(members), member, key, value].filter((name) => name !== undefined);

it("has services, operations and shapes in their order", () => {
  expect(isSorted(SERVICES.map(([name]) => name))).toBe(true);
  for (const [, { operations, shapes }] of SERVICES) {
    expect(isSorted(Object.keys(operations))).toBe(true);
    expect(isSorted(Object.keys(shapes))).toBe(true);
  }
});

it.each(SERVICES)(
  "has every shape that an input of %s is made of, and no other",
  (_service, model) => {
    const named = new Set([
      ...Object.values(model.operations),
      ...Object.values(model.shapes).flatMap(shapesBelow),
    ]);
    expect([...named].sort()).toEqual(Object.keys(model.shapes).sort());
  },
);

it.each(SERVICES)("has patterns of %s that a long text does not slow down", (_service, model) => {
  const patterns = Object.values(model.shapes).flatMap(({ pattern = [] }) => pattern);
  const parts = ["a", "a-", "/a", "arn:a:acm:a:1:a/a", "-", "\u3042"];
  const before = process.cpuUsage();
  for (const pattern of patterns) {
    const whole = new RegExp(`^(?:${pattern})$`, "u");
    for (const part of parts) whole.test(`${part.repeat(10_000 / part.length)}\n`);
  }
  expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
});

const OPERATIONS = SERVICES.flatMap(([service, { operations }]) =>
  Object.keys(operations).map((operation) => [service as ServiceName, operation] as const),
);

it.each(OPERATIONS)(
  "covers every member of every input of %s %s in the SDK",
  async (service, operation) => {
    const { operations = {}, shapes = {} } = MODELS[service] ?? {};
    const seen = new Set<string>();
    const compare = (schema: NormalizedSchema, name: string | undefined): void => {
      const shape = name === undefined ? undefined : shapes[name];
      if (shape === undefined) throw new Error(`no shape ${String(name)}`);
      if (schema.isStructSchema()) {
        if (seen.has(String(name))) return;
        seen.add(String(name));
        expect(name).toBe(schema.getName());
        for (const [member, below] of schema.structIterator())
          compare(below, shape.members?.[member]);
      } else if (schema.isListSchema()) compare(schema.getValueSchema(), shape.member);
      else if (schema.isMapSchema()) compare(schema.getValueSchema(), shape.value);
    };
    const schemas = await findOperation(service, operation);
    expect(schemas).toBeDefined();
    if (schemas !== undefined) compare(schemas.input, operations[operation]);
  },
);

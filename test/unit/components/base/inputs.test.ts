import * as pulumi from "@pulumi/pulumi";
import { problem } from "../../../../core/validate";
import {
  checked,
  checkedArguments,
  derive,
  fields,
  known,
  peek,
  peekOnce,
  withDefault,
} from "../../../../components/base/inputs";
import { argumentFields, NO_EFFECT } from "../../../../core/support/argumentFields";

interface Internals<T> {
  promise(): Promise<T>;
  allResources(): Promise<unknown>;
  readonly isKnown: Promise<boolean>;
  readonly isSecret: Promise<boolean>;
}

/** The value of an Output, whose other promises nobody else awaits here. */
function valueOf<T>(output: pulumi.Output<T>): Promise<T> {
  const of = output as unknown as Internals<T>;
  void Promise.allSettled([of.isKnown, of.isSecret, of.allResources()]);
  return of.promise();
}

const later = <T>(value: T): pulumi.Output<T> =>
  pulumi.output<unknown>(Promise.resolve(value)) as pulumi.Output<T>;
const mistake = problem("KECS1008", "p", "wrong");

describe("peek", () => {
  test.each([
    ["a text", "a", "a"],
    ["a number", 0, 0],
    ["a falsehood", false, false],
    ["a list", ["a", 1], ["a", 1]],
    ["a list with a gap", ["a", undefined], ["a", undefined]],
    ["an object, without its undefined fields", { a: { b: 1 }, c: undefined }, { a: { b: 1 } }],
    ["nothing", undefined, undefined],
  ])("tells %s", (_, input, expected) => {
    expect(peek(input)).toEqual(expected);
  });

  test("tells a remembered Output, also deep inside", () => {
    const output = known(later("a"), "a");
    expect(peek({ list: [output] })).toEqual({ list: ["a"] });
  });

  test.each([
    ["an Output", () => later(1)],
    ["a Promise", () => Promise.resolve(1)],
    ["a list with an Output", () => [1, later(1)]],
    ["an object with a Promise", () => ({ a: { b: Promise.resolve(1) } })],
  ])("does not tell %s", (_, make) => {
    expect(peek(make())).toBeUndefined();
  });
});

test("tells the outermost value alone", () => {
  const inside = later("a");
  expect(peekOnce([inside])).toEqual([inside]);
  expect(peekOnce(known(later("a"), "a"))).toBe("a");
  expect([peekOnce(inside), peekOnce(Promise.resolve(1))]).toEqual([undefined, undefined]);
});

describe("checked", () => {
  test("rejects plain arguments at once", () => {
    expect(() => checked({ a: 1 }, () => [mistake])).toThrow("KECS1008");
  });

  test("lets nothing see arguments that resolve later and do not pass", async () => {
    const seen = jest.fn();
    const output = checked({ a: later(1) }, () => [mistake]);
    await Promise.all(
      [output, output.apply(seen)].map((of) =>
        expect(valueOf<unknown>(of)).rejects.toThrow("KECS1008"),
      ),
    );
    expect(seen).not.toHaveBeenCalled();
  });

  test("passes what is in order, checked once, and remembers what was plain", async () => {
    const validate = jest.fn(() => []);
    const output = checked<{ a: number }>({ a: 1 }, validate);
    expect(await valueOf(output)).toEqual({ a: 1 });
    expect(peek(output)).toEqual({ a: 1 });
    expect(validate.mock.calls).toEqual([[{ a: 1 }]]);
  });

  test("hands the rules arguments that resolve later as plain values", async () => {
    const validate = jest.fn(() => []);
    await valueOf(checked({ a: later(1), b: [later("x")] }, validate));
    expect(validate.mock.calls).toEqual([[{ a: 1, b: ["x"] }]]);
  });
});

test("derives a value that is remembered where its source is", async () => {
  const double = (value: number): number => value * 2;
  const plain = derive(known(later(1), 1), double);
  const unknown = derive(later(2), double);
  expect([peek(plain), peek(unknown)]).toEqual([2, undefined]);
  expect([await valueOf(plain), await valueOf(unknown)]).toEqual([2, 4]);
});

test("takes an object apart into Outputs", async () => {
  const { a, b } = fields(later({ a: 1, b: "x", c: true }), "a", "b");
  expect([await valueOf(a), await valueOf(b)]).toEqual([1, "x"]);
});

describe("tags", () => {
  const look = async (args: object) => {
    const warn = jest.spyOn(pulumi.log, "warn").mockResolvedValue();
    const output = checked<unknown>(args, () => []);
    const value = await valueOf(output);
    const isSecret = await (output as unknown as Internals<unknown>).isSecret;
    const warnings = warn.mock.calls.map(([text]) => text);
    warn.mockRestore();
    return { value, isSecret, warnings };
  };

  test("that are secret are left out, and make nothing else secret", async () => {
    const tags = { owner: pulumi.secret("me"), team: later("shop"), stage: "dev" };
    expect(await look({ name: "a", tags })).toEqual({
      value: { name: "a", tags: { team: "shop", stage: "dev" } },
      isSecret: false,
      warnings: ["KECS1013: tags.owner: is secret, and is left out: tags are shown"],
    });
  });

  test("that are secret as a whole are all left out", async () => {
    const { value, isSecret } = await look({ tags: pulumi.secret({ a: "b" }) });
    expect({ value, isSecret }).toEqual({ value: { tags: {} }, isSecret: false });
  });

  test("that are not secret stay, and what else is secret stays secret", async () => {
    expect(await look({ name: pulumi.secret("a"), tags: { team: later("shop") } })).toEqual({
      value: { name: "a", tags: { team: "shop" } },
      isSecret: true,
      warnings: [],
    });
    expect(await look({ tags: undefined })).toMatchObject({ warnings: [] });
  });
});

describe("checkedArguments", () => {
  interface Values {
    readonly name: string;
    readonly ports?: readonly string[];
  }
  const table = argumentFields<Values>("a thing", NO_EFFECT, { name: "text!", ports: "texts" });
  const check = (given: unknown, rules: (values: Values) => void = () => undefined) =>
    checkedArguments<Values>(given, { fields: table, path: "t" }, (values) => {
      rules(values);
      return [];
    });
  const circular: Record<string, unknown> = {};
  circular["self"] = circular;

  test.each<[string, unknown, string]>([
    ["a list that is none", { name: "a", ports: "80" }, "KECS1024: t.ports: is a text, not a list"],
    ["a field that there is not", { name: "a", prots: [] }, 'hint: did you mean "ports"?'],
    ["a missing field", {}, "KECS1009: t.name"],
    ["what holds itself", { name: "a", ports: circular }, "KECS1024: t.ports: holds itself"],
    [
      "what holds itself in place of a default",
      { name: withDefault(circular as never, "a") },
      "KECS1024: t.name",
    ],
    [
      "a field that there is not, while another is only known later",
      { name: later("a"), prots: [] },
      "KECS1024: t.prots",
    ],
  ])("refuses %s at once", (_, given, text) => {
    expect(() => check(given)).toThrow(text);
  });

  test("takes null for what is not given, and looks at what resolves", async () => {
    const seen: Values[] = [];
    const output = check({ name: later("a"), ports: null }, (values) => seen.push(values));
    await expect(valueOf(output)).resolves.toEqual({ name: "a" });
    expect(seen).toEqual([{ name: "a" }]);
    await expect(valueOf(check({ name: later(1) }))).rejects.toThrow("KECS1024: t.name");
  });

  test("has the compiler hold the table against the type", () => {
    // @ts-expect-error a field is missing
    argumentFields<Values>("a thing", NO_EFFECT, { name: "text!" });
    // @ts-expect-error a list of texts is no number
    argumentFields<Values>("a thing", NO_EFFECT, { name: "text!", ports: "number" });
    // @ts-expect-error an optional field cannot be required
    argumentFields<Values>("a thing", NO_EFFECT, { name: "text!", ports: "texts!" });
    expect(table.rows.map(({ path }) => path)).toEqual(["name", "ports"]);
  });
});

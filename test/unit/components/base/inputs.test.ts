import * as pulumi from "@pulumi/pulumi";
import { problem } from "../../../../core/validate";
import { checked, derive, fields, known, peek, peekOnce } from "../../../../components/base/inputs";

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

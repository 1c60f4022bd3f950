import * as pulumi from "@pulumi/pulumi";
import { plainValue, withDefault } from "../../../../components/inputs/inputs";
import { validated, validatedArguments } from "../../../../components/base/validated";
import { argumentFields, NO_EFFECT } from "../../../../core/support/argumentFields";
import { problem } from "../../../../core/validate";
import { isSecret, later, valueOf } from "../../../helpers/outputs";

const mistake = problem("KECS1008", "p", "wrong");

describe("validated", () => {
  test("rejects plain arguments at once", () => {
    expect(() => validated({ a: 1 }, () => [mistake])).toThrow("KECS1008");
  });

  test("lets nothing see arguments that resolve later and do not pass", async () => {
    const seen = jest.fn();
    const output = validated({ a: later(1) }, () => [mistake]);
    await Promise.all(
      [output, output.apply(seen)].map((of) =>
        expect(valueOf<unknown>(of)).rejects.toThrow("KECS1008"),
      ),
    );
    expect(seen).not.toHaveBeenCalled();
  });

  test("passes what is in order, validated once, and remembers what was plain", async () => {
    const validate = jest.fn(() => []);
    const output = validated<{ a: number }>({ a: 1 }, validate);
    expect(await valueOf(output)).toEqual({ a: 1 });
    expect(plainValue(output)).toEqual({ a: 1 });
    expect(validate.mock.calls).toEqual([[{ a: 1 }]]);
  });

  test("hands the rules arguments that resolve later as plain values", async () => {
    const validate = jest.fn(() => []);
    await valueOf(validated({ a: later(1), b: [later("x")] }, validate));
    expect(validate.mock.calls).toEqual([[{ a: 1, b: ["x"] }]]);
  });

  test("registers what passed, and shows what another component has claimed", () => {
    const register = jest.fn(() => [mistake]);
    expect(() => validated({ a: 1 }, () => [], register)).toThrow("KECS1008");
    expect(register.mock.calls).toEqual([[{ a: 1 }]]);
  });

  test("registers nothing that did not pass", () => {
    const register = jest.fn(() => []);
    expect(() => validated({ a: 1 }, () => [mistake], register)).toThrow("KECS1008");
    expect(register).not.toHaveBeenCalled();
  });

  test("registers arguments that resolve later before anybody sees them", async () => {
    const order: string[] = [];
    const output = validated(
      { a: later(1) },
      () => [],
      () => {
        order.push("registered");
        return [];
      },
    ).apply(() => order.push("seen"));
    await valueOf(output);
    expect(order).toEqual(["registered", "seen"]);
  });
});

describe("tags", () => {
  const look = async (args: object) => {
    const warn = jest.spyOn(pulumi.log, "warn").mockResolvedValue();
    const output = validated<unknown>(args, () => []);
    const value = await valueOf(output);
    const secret = await isSecret(output);
    const warnings = warn.mock.calls.map(([text]) => text);
    warn.mockRestore();
    return { value, isSecret: secret, warnings };
  };

  test("that are secret are left out, and make nothing else secret", async () => {
    const tags = { owner: pulumi.secret("me"), team: later("shop"), stage: "dev" };
    expect(await look({ name: "a", tags })).toEqual({
      value: { name: "a", tags: { team: "shop", stage: "dev" } },
      isSecret: false,
      warnings: ["KECS1013: tags.owner: is secret and is left out, since tags are shown"],
    });
  });

  test("that are secret as a whole are all left out", async () => {
    expect(await look({ tags: pulumi.secret({ a: "b" }) })).toMatchObject({
      value: { tags: {} },
      isSecret: false,
    });
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

describe("validatedArguments", () => {
  interface Values {
    readonly name: string;
    readonly ports?: readonly string[];
  }
  const table = argumentFields<Values>("a thing", NO_EFFECT, { name: "text!", ports: "texts" });
  const check = (given: unknown, rules: (values: Values) => void = () => undefined) =>
    validatedArguments<Values>(given, { fields: table, path: "t" }, (values) => {
      rules(values);
      return [];
    });
  const circular: Record<string, unknown> = {};
  circular["self"] = circular;

  test.each<[string, unknown, string]>([
    [
      "a list that is none",
      { name: "a", ports: "80" },
      "KECS1024: t.ports: is a string, not a list",
    ],
    ["a field that there is not", { name: "a", prots: [] }, 'hint: did you mean "ports"?'],
    ["a missing field", {}, "KECS1009: t.name"],
    ["what holds itself", { name: "a", ports: circular }, "KECS1024: t.ports: contains itself"],
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

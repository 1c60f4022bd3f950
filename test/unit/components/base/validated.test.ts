import * as pulumi from "@pulumi/pulumi";
import { peek } from "../../../../components/base/inputs";
import { validated } from "../../../../components/base/validated";
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
    expect(peek(output)).toEqual({ a: 1 });
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
      warnings: ["KECS1013: tags.owner: is secret, and is left out: tags are shown"],
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

import * as pulumi from "@pulumi/pulumi";
import { resolveWithSecrets } from "../../../../components/inputs/resolveWithSecrets";
import type { WithSecrets } from "../../../../core/withSecrets";
import { deploy } from "../../../helpers/deploy";

/** What a program told, and whether the whole became a secret. */
async function tell(args: () => unknown): Promise<WithSecrets<unknown> & { secret: boolean }> {
  let result: (WithSecrets<unknown> & { secret: boolean }) | undefined;
  await deploy(async () => {
    const output = resolveWithSecrets<unknown>(args());
    const secret = await pulumi.isSecret(output);
    const value = await new Promise<WithSecrets<unknown>>((resolve) => output.apply(resolve));
    result = { ...value, secret };
  });
  if (result === undefined) throw new Error("told nothing");
  return result;
}

const secret = (value: unknown) => pulumi.secret(value);

test.each<[string, () => unknown, unknown, string[]]>([
  ["plain data", () => ({ a: [1, { b: "c" }] }), { a: [1, { b: "c" }] }, []],
  ["an Output", () => ({ a: pulumi.output("b") }), { a: "b" }, []],
  ["a secret value", () => ({ a: [{ b: secret("c") }] }), { a: [{ b: "c" }] }, ["a[0].b"]],
  ["a secret object", () => ({ a: secret({ b: "c" }) }), { a: { b: "c" } }, ["a"]],
  ["a secret list", () => ({ a: secret(["b"]), c: 1 }), { a: ["b"], c: 1 }, ["a"]],
  ["everything", () => secret({ a: 1 }), { a: 1 }, [""]],
  [
    "a secret that an Output brings unflattened",
    () => pulumi.output(1).apply(() => ({ a: secret("b") })),
    { a: "b" },
    ["a"],
  ],
  ["a secret that a promise brings", () => Promise.resolve({ a: secret("b") }), { a: "b" }, ["a"]],
  ["a promise of a secret", () => ({ a: Promise.resolve(secret("b")) }), { a: "b" }, ["a"]],
  ["what was declared to be none", () => pulumi.unsecret(secret("a")), "a", []],
  ["nothing where nothing is given", () => ({ a: undefined, b: null }), { b: null }, []],
])("tells where secrets are in %s, and stays plain", async (_, args, value, secrets) => {
  expect(await tell(args)).toEqual({ value, secrets, secret: false });
});

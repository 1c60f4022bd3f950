import * as pulumi from "@pulumi/pulumi";
import { KecsStack } from "../../../../components/stack/kecsStack";

const outputs = {
  outputsVersion: 1,
  instance: "shop",
  connection: { instance: "shop" },
  context: "k3d-kecs-shop",
  kubeconfig: "credentials",
  ports: {},
  urls: { "a:80": "http://a/" },
  albs: {},
};

interface Internals {
  promise(): Promise<unknown>;
  readonly isSecret: Promise<boolean>;
}

async function reference(secretOutputNames: readonly string[], more: object = {}) {
  await pulumi.runtime.setMocks({
    newResource: ({ id, inputs }) => ({
      id: id ?? "",
      state: {
        ...(inputs as object),
        outputs: {
          ...outputs,
          ...more,
          kubeconfig: pulumi.secret(outputs.kubeconfig),
        },
        secretOutputNames,
      },
    }),
    call: () => ({}),
  });
  return KecsStack.reference("organization/kecs/dev");
}

const look = async (output: pulumi.Output<unknown>) => {
  const of = output as unknown as Internals;
  return { value: await of.promise(), isSecret: await of.isSecret };
};

test("only the kubeconfig of another stack is secret", async () => {
  const stack = await reference(["kubeconfig"]);
  expect(await look(stack.kubeconfig)).toEqual({ value: "credentials", isSecret: true });
  for (const name of ["urls", "albs", "connection", "context"] as const) {
    expect(await look(stack[name])).toEqual({ value: outputs[name], isSecret: false });
  }
});

test("what the other stack made secret stays so", async () => {
  const stack = await reference(["kubeconfig", "urls"]);
  expect(await look(stack.urls)).toEqual({ value: outputs.urls, isSecret: true });
  expect((await look(stack.albs)).isSecret).toBe(false);
});

test.each<[string, unknown, string]>([
  ["no name", undefined, "KECS1009"],
  ["null", null, "KECS1009"],
  ["an empty name", "", "KECS1009"],
  ["a number", 5, "KECS1024"],
  ["a name that resolves later", pulumi.output("a/b/c"), "KECS1024"],
])("rejects %s", (_, stack, code) => {
  const path = "KecsStack\\.reference\\.stack";
  expect(() => KecsStack.reference(stack as string)).toThrow(new RegExp(`${code}: ${path}`));
});

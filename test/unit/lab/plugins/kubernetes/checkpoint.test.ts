import {
  fromOutputs,
  toKubeObject,
  toOutputs,
} from "../../../../../lab/plugins/kubernetes/checkpoint";
import { containsSecret, secret } from "../../../../../lab/plugins/shared/properties";

const common = { initialApiVersion: "v1", fieldManager: "pulumi-kubernetes-1" };

describe("a checkpoint", () => {
  it("is read as it was written", () => {
    const inputs = { apiVersion: "v1", kind: "Pod", metadata: { name: "p" } };
    const live = { ...inputs, status: { phase: "Running" } };
    const checkpoint = { inputs, live, ...common };
    expect(fromOutputs(toOutputs(checkpoint, inputs))).toEqual(checkpoint);
  });

  it("keeps the data of a Secret secret though its inputs are plain", () => {
    const inputs = { apiVersion: "v1", kind: "Secret", data: { a: "YQ==" } };
    const outputs = toOutputs({ inputs, live: inputs, ...common }, inputs);
    expect(outputs["data"]).toEqual(secret({ a: "YQ==" }));
    expect(containsSecret(outputs["__inputs"])).toBe(true);
  });

  it("keeps secret what was secret in the inputs, lists as a whole", () => {
    const properties = {
      apiVersion: "example.com/v1",
      kind: "Thing",
      spec: { password: secret("p"), plain: "x", list: ["a", secret("b")] },
    };
    const inputs = toKubeObject(properties);
    const outputs = toOutputs({ inputs, live: inputs, ...common }, properties);
    expect(outputs["spec"]).toEqual({
      password: secret("p"),
      plain: "x",
      list: secret(["a", "b"]),
    });
  });

  it("spells the fields of schemas as Pulumi does, and as Kubernetes does", () => {
    const properties = { schema: { x_kubernetes_preserve_unknown_fields: true } };
    const object = toKubeObject(properties);
    expect(object).toEqual({ schema: { "x-kubernetes-preserve-unknown-fields": true } });
    const outputs = toOutputs({ inputs: object, live: object, ...common }, properties);
    expect(outputs).toMatchObject(properties);
  });
});

import { normalize } from "../../../../../lab/plugins/kubernetes/normalize";
import { canonicalQuantity } from "../../../../../lab/plugins/kubernetes/quantity";

describe("canonicalQuantity", () => {
  it.each([
    ["0.010", "10m"],
    ["1000m", "1"],
    ["0.5", "500m"],
    ["1000", "1k"],
    ["1500", "1500"],
    ["1024Mi", "1Gi"],
    ["1500Mi", "1500Mi"],
    ["1.5Gi", "1536Mi"],
    ["512", "512"],
    ["0Gi", "0"],
    ["-2000m", "-2"],
    [2, "2"],
    ["1e3", "1e3"],
    ["not a quantity", "not a quantity"],
  ])("writes %j as %j", (quantity, expected) => {
    expect(canonicalQuantity(quantity)).toBe(expected);
  });
});

describe("normalize", () => {
  it("moves the texts of a Secret to its data, where they win", () => {
    const secret = {
      apiVersion: "v1",
      kind: "Secret",
      data: { a: "b2xk", c: "Yw==" },
      stringData: { a: "new" },
    };
    expect(normalize(secret, false)).toEqual({
      apiVersion: "v1",
      kind: "Secret",
      data: { a: "bmV3", c: "Yw==" },
    });
  });

  it("leaves inputs with unknown values as they are", () => {
    const secret = { apiVersion: "v1", kind: "Secret", stringData: { a: "x" } };
    expect(normalize(secret, true)).toEqual(secret);
  });

  it("drops what the API server leaves out, but no value of the program's own", () => {
    const pod = {
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name: "p", labels: {}, annotations: { tty: "" }, uid: "1", resourceVersion: "2" },
      spec: {
        hostNetwork: false,
        nodeName: null,
        volumes: [{ name: "v", emptyDir: {} }],
        containers: [{ env: [{ name: "E", value: "" }], resources: { limits: { cpu: "0.5" } } }],
      },
    };
    expect(normalize(pod, false)).toEqual({
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name: "p", annotations: { tty: "" } },
      spec: {
        volumes: [{ name: "v", emptyDir: {} }],
        containers: [{ env: [{ name: "E" }], resources: { limits: { cpu: "500m" } } }],
      },
    });
  });

  it("keeps a custom resource as it is written", () => {
    const route = {
      apiVersion: "traefik.io/v1alpha1",
      kind: "Middleware",
      metadata: { name: "m" },
      spec: { labels: {}, paused: false, limits: { cpu: "1000m" }, none: null },
    };
    expect(normalize(route, false)).toEqual(route);
  });

  it("keeps the fields of a schema whatever their names", () => {
    const properties = { value: {}, labels: {}, paused: false };
    const definition = {
      apiVersion: "apiextensions.k8s.io/v1",
      kind: "CustomResourceDefinition",
      spec: { preserveUnknownFields: false, schema: properties },
      status: {},
    };
    expect(normalize(definition, false)).toEqual({
      apiVersion: "apiextensions.k8s.io/v1",
      kind: "CustomResourceDefinition",
      spec: { schema: properties },
    });
  });
});

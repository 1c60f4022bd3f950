import { recordManifest } from "../../../../core/records/manifest";

test("keeps whose it is, an ARN and attributes in a ConfigMap that is found by its kind", () => {
  const content = { key: "lb-myapp-alb", arn: "arn:x", attributes: { hosts: ["a"], n: 1 } };
  expect(recordManifest(content, "shop/dev")).toEqual({
    metadata: {
      name: "lb-myapp-alb",
      namespace: "kecs",
      labels: {
        "app.kubernetes.io/managed-by": "kecs",
        "app.kubernetes.io/component": "record",
        "kecs.dev/record": "lb",
        "kecs.dev/owner": "pulumi",
      },
    },
    data: {
      version: "1",
      stack: "shop/dev",
      arn: "arn:x",
      attributes: '{"hosts":["a"],"n":1}',
    },
  });
});

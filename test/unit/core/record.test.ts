import { recordManifest } from "../../../core/record";

test("keeps an ARN and attributes in a ConfigMap that is found by its kind", () => {
  expect(
    recordManifest({ key: "lb-myapp-alb", arn: "arn:x", attributes: { hosts: ["a"], n: 1 } }),
  ).toEqual({
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
    data: { arn: "arn:x", attributes: '{"hosts":["a"],"n":1}' },
  });
});

import { discoveryNamespaceArn, discoveryServiceArn } from "../../../../core/arn";
import { discoveryServiceManifest } from "../../../../core/servicediscovery/manifests";
import { registryLabels } from "../../../../core/servicediscovery/registry";
import { CONNECTION } from "../../../helpers/samples";

const orders = discoveryServiceArn(CONNECTION, "orders.myapp.local");
const users = discoveryServiceArn(CONNECTION, "users.myapp.local");

test("has ARNs of AWS's grammar", () => {
  expect(orders).toMatch(/^arn:aws:servicediscovery:[a-z0-9-]+:\d{12}:service\/srv-[a-z0-9]{16}$/);
  expect(discoveryNamespaceArn(CONNECTION, "myapp.local")).toMatch(
    /^arn:aws:servicediscovery:[a-z0-9-]+:\d{12}:namespace\/ns-[a-z0-9]{16}$/,
  );
});

test("joins tasks to several services by labels that their ARNs alone tell", () => {
  const joined = registryLabels(orders, users);
  expect(Object.keys(joined)).toHaveLength(2);
  for (const [name, arn] of [
    ["orders.myapp.local", orders],
    ["users.myapp.local", users],
  ] as const) {
    expect(joined).toMatchObject(discoveryServiceManifest(name, arn).spec.selector);
  }
  expect(Object.keys(registryLabels(orders))[0]).toMatch(
    /^discovery\.kecs\.dev\/srv-[a-z0-9]{16}$/,
  );
});

test("has no label for what is no service's ARN", () => {
  expect(registryLabels("orders", discoveryNamespaceArn(CONNECTION, "myapp.local"))).toEqual({});
});

test("is a Service without an address, whose answer is the ready tasks", () => {
  expect(discoveryServiceManifest("orders.myapp.local", orders)).toEqual({
    metadata: {
      name: "sd-orders--myapp--local",
      namespace: "kecs",
      labels: {
        "app.kubernetes.io/managed-by": "kecs",
        "app.kubernetes.io/component": "service-discovery",
      },
      annotations: {
        "pulumi.com/skipAwait": "true",
        "kecs.dev/dns-name": "orders.myapp.local",
      },
    },
    spec: { clusterIP: "None", selector: registryLabels(orders) },
  });
});

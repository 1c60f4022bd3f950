import { dnsConfigMap } from "../../../../cluster/dns/manifests";
import { dnsOverride } from "../../../../cluster/dns/override";
import {
  endpointName,
  NAMES_SERVICE,
  searchDomain,
} from "../../../../core/ecs/serviceConnect/names";
import { MOST_LABELS } from "../../../../core/servicediscovery/discoveryName";
import { discoveryServiceName } from "../../../../core/servicediscovery/discoveryName";

/** What CoreDNS's rewrite plugin asks for in the place of a name: the first rule that fits counts. */
function rewritten(name: string): string {
  for (const rule of dnsOverride().trimEnd().split("\n")) {
    const [plugin, mode, what, by, pattern = "", replacement = "", ...answer] = rule.split(" ");
    expect([plugin, mode, what, by, ...answer]).toEqual([
      ...["rewrite", "stop", "name", "regex"],
      ...["answer", "auto"],
    ]);
    const found = new RegExp(pattern).exec(name);
    if (found !== null) return replacement.replace(/\{(\d+)\}/g, (_, i) => found[Number(i)] ?? "");
  }
  return name;
}

test.each(["orders.local", "orders.myapp.local", "a.b.c.d.e.f.g.h", "1-2.my-app.local"])(
  "makes a question for %s one for the Service that stands for it",
  (name) => {
    expect(rewritten(`${name}.kecs.svc.cluster.local.`)).toBe(
      `${discoveryServiceName(name)}.kecs.svc.cluster.local.`,
    );
  },
);

test.each(["my-shop.elb.amazonaws.com", "my-shop.elb.localhost"])(
  "makes the same of %s without a search domain",
  (name) => {
    expect(rewritten(`${name}.`)).toBe(`${discoveryServiceName(name)}.kecs.svc.cluster.local.`);
  },
);

test.each(["orders", "orders.myapp", "a.b.c.d.e.f.g.h"])(
  "makes a question for the alias %s of a namespace one for the endpoint that is called so",
  (name) => {
    const id = "ns-0123abcd00000000";
    expect(rewritten(`${name}.${searchDomain(id)}.`)).toBe(
      `${endpointName(id, name)}.${NAMES_SERVICE}.kecs.svc.cluster.local.`,
    );
  },
);

test.each([
  "my-shop-123.us-east-1.elb.amazonaws.com.",
  "elb.amazonaws.com.",
  "x.my-shop.elb.localhost.",
  "my-shop.elb.amazonaws.com.cluster.local.",
  "0123abcd.sc.cluster.local.",
  "orders.0123abc.sc.cluster.local.",
  "orders.other.sc.cluster.local.",
  `${"a.".repeat(MOST_LABELS + 1)}0123abcd.sc.cluster.local.`,
  "tg-web.kecs.svc.cluster.local.",
  "_http._tcp.tg-web.kecs.svc.cluster.local.",
  "orders.myapp.local.svc.cluster.local.",
  "orders.myapp.local.",
  "kubernetes.default.svc.cluster.local.",
  `${"a.".repeat(MOST_LABELS + 1)}kecs.svc.cluster.local.`,
  "orders.myapp.kecs.svc.cluster.local.example.com.",
])("leaves %s as it is", (name) => {
  expect(rewritten(name)).toBe(name);
});

test("is a file that k3s's CoreDNS imports into its own configuration", () => {
  expect(dnsConfigMap()).toEqual({
    metadata: {
      name: "coredns-custom",
      namespace: "kube-system",
      labels: {
        "app.kubernetes.io/managed-by": "kecs",
        "app.kubernetes.io/component": "dns",
      },
    },
    data: { "kecs.override": dnsOverride() },
  });
});

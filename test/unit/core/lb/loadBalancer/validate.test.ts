import { validateAlb } from "../../../../../core/lb/loadBalancer/validate";
import type { AlbValues } from "../../../../../core/lb/loadBalancer/values";
import { brief, errors, only } from "../../../../helpers/issues";

test.each<[string, Partial<AlbValues>]>([
  ["a name alone", {}],
  ["no extra host names", { hostnames: [] }],
  ["host names with wildcards", { hostnames: ["api.example.test", "*.example.test", "a?.test"] }],
  ["the shortest idle timeout", { idleTimeout: 1 }],
  ["the longest idle timeout", { idleTimeout: 4000 }],
  ["tags", { tags: { team: "a" } }],
  ["the shortest keep-alive of clients", { clientKeepAlive: 60 }],
  ["the longest keep-alive of clients", { clientKeepAlive: 604800 }],
  ["type application", { loadBalancerType: "application" }],
  ["xff append", { xffHeaderProcessingMode: "append" }],
  ["xff preserve", { xffHeaderProcessingMode: "preserve" }],
  ["xff remove", { xffHeaderProcessingMode: "remove" }],
  ["each desync mode", { desyncMitigationMode: "strictest" }],
  ["ipv4", { ipAddressType: "ipv4" }],
  ["hosts as AWS sends them", { hostHeader: "aws", preserveHostHeader: false }],
  ["hosts as they came", { hostHeader: "local", preserveHostHeader: true }],
  ["quotas that AWS raised", { quotas: { rules: 200, listeners: 1, certificates: 50 } }],
])("accepts %s", (_, values) => {
  expect(errors(validateAlb({ name: "a", ...values }, "Alb"))).toEqual([]);
});

test.each<[string, Partial<AlbValues>, string[]]>([
  ["a name with an underscore", { name: "a_b" }, ["KECS1001 Alb.name"]],
  ["a name of 33 characters", { name: "a".repeat(33) }, ["KECS1001 Alb.name"]],
  ["an idle timeout of 0", { idleTimeout: 0 }, ["KECS1011 Alb.idleTimeout"]],
  ["an idle timeout of 4001", { idleTimeout: 4001 }, ["KECS1011 Alb.idleTimeout"]],
  ["half a second", { idleTimeout: 1.5 }, ["KECS1011 Alb.idleTimeout"]],
  ["the second of two host names", { hostnames: ["a.test", "b"] }, ["KECS1012 Alb.hostnames[1]"]],
  ["59 seconds of keep-alive", { clientKeepAlive: 59 }, ["KECS1011 Alb.clientKeepAlive"]],
  ["604801 seconds of keep-alive", { clientKeepAlive: 604801 }, ["KECS1011 Alb.clientKeepAlive"]],
  ["type network", { loadBalancerType: "network" }, ["KECS1013 Alb.loadBalancerType"]],
  ["type gateway", { loadBalancerType: "gateway" }, ["KECS1013 Alb.loadBalancerType"]],
  ["type classic", { loadBalancerType: "classic" }, ["KECS1008 Alb.loadBalancerType"]],
  ["xff drop", { xffHeaderProcessingMode: "drop" }, ["KECS1008 Alb.xffHeaderProcessingMode"]],
  [
    "an unknown desync mode",
    { desyncMitigationMode: "off" },
    ["KECS1008 Alb.desyncMitigationMode"],
  ],
  ["ipv6", { ipAddressType: "ipv6" }, ["KECS1008 Alb.ipAddressType"]],
  ["an unknown host header", { hostHeader: "AWS" }, ["KECS1008 Alb.hostHeader"]],
  [
    "a host header that is kept and changed",
    { hostHeader: "aws", preserveHostHeader: true },
    ["KECS1015 Alb.hostHeader"],
  ],
  [
    "quotas of nothing, of halves and beyond reason",
    { quotas: { rules: 0, listeners: 1.5, certificates: 50001 } },
    [
      "KECS1011 Alb.quotas.rules",
      "KECS1011 Alb.quotas.listeners",
      "KECS1011 Alb.quotas.certificates",
    ],
  ],
  [
    "everything at once",
    { name: "", hostnames: ["http://a.test", "a.test:80"], idleTimeout: -1 },
    [
      "KECS1001 Alb.name",
      "KECS1012 Alb.hostnames[0]",
      "KECS1012 Alb.hostnames[1]",
      "KECS1011 Alb.idleTimeout",
    ],
  ],
])("rejects %s", (_, values, expected) => {
  expect(brief(errors(validateAlb({ name: "a", ...values }, "Alb")))).toEqual(expected);
});

test("rejects a URL as a host name, saying how to write it", () => {
  expect(only(validateAlb({ name: "a", hostnames: ["http://a.test/"] }, 'Alb("a")'))).toEqual({
    code: "KECS1012",
    path: 'Alb("a").hostnames[0]',
    message:
      '"http://a.test/" is not a host name: letters, digits, hyphens and dots, with * and ? as wildcards',
    hint: 'write it as "api.example.test" or "*.example.test", without scheme, port or path',
    severity: "error",
  });
});

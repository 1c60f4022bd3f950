import { network } from "../../../../../core/ecs/pod/network";
import { container, task } from "../../../../helpers/tasks";

test("changes nothing where no container asks for it", () => {
  expect(network(task([container("a"), container("b")]))).toEqual({});
});

test("knows the names of all containers, by their addresses", () => {
  const whole = task([
    container("a", {
      extraHosts: [
        { hostname: "db", ipAddress: "10.0.0.5" },
        { hostname: "cache", ipAddress: "10.0.0.6" },
      ],
    }),
    container("b", {
      extraHosts: [
        { hostname: "db.local", ipAddress: "10.0.0.5" },
        { hostname: "db", ipAddress: "10.0.0.5" },
      ],
    }),
  ]);
  expect(network(whole)).toEqual({
    hostAliases: [
      { ip: "10.0.0.5", hostnames: ["db", "db.local"] },
      { ip: "10.0.0.6", hostnames: ["cache"] },
    ],
  });
});

test("asks three DNS servers behind the cluster's own", () => {
  const whole = task([
    container("a", { dnsServers: ["10.0.0.2", "10.0.0.3"], dnsSearchDomains: ["corp"] }),
    container("b", { dnsServers: ["10.0.0.3", "10.0.0.4", "10.0.0.5"] }),
  ]);
  expect(network(whole)).toEqual({
    dnsConfig: { nameservers: ["10.0.0.2", "10.0.0.3", "10.0.0.4"], searches: ["corp"] },
  });
});

test("looks for names in the domain of a namespace before those of the cluster", () => {
  const whole = task([container("a", { dnsServers: ["10.0.0.2"], dnsSearchDomains: ["corp"] })]);
  expect(network(whole, "0123abcd.sc.cluster.local")).toEqual({
    dnsPolicy: "None",
    dnsConfig: {
      nameservers: ["10.43.0.10", "10.0.0.2"],
      searches: [
        "0123abcd.sc.cluster.local",
        "kecs.svc.cluster.local",
        "svc.cluster.local",
        "cluster.local",
        "corp",
      ],
      options: [{ name: "ndots", value: "5" }],
    },
  });
});

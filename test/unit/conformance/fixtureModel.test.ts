import { join } from "node:path";
import { loadCases } from "../../conformance/caseFile";
import { fixtureModel, PORTS_OF_THE_FILES } from "../../conformance/fixtureModel";

const { fixtures } = loadCases(join(__dirname, "..", "..", "conformance", "cases.yaml"));

function model(name: string) {
  const fixture = fixtures[name];
  if (fixture === undefined) throw new Error(`no fixture ${name}`);
  return fixtureModel(name, fixture, PORTS_OF_THE_FILES);
}

test.each(Object.keys(fixtures))("reads the fixture %s", (name) => {
  const { loadBalancers, targets } = model(name);
  expect(loadBalancers.map((alb) => alb.name)).toEqual(fixtures[name]?.albs.map((alb) => alb.name));
  expect(Object.keys(targets).every((group) => group.startsWith(`${name}-`))).toBe(true);
});

test("sorts rules, adds their hosts and maps ports", () => {
  const [prio] = model("prio").loadBalancers;
  expect(prio?.listeners[0]?.rules.map(({ priority }) => priority)).toEqual([1, 2, 10, 11, 50000]);
  const [host] = model("host").loadBalancers;
  expect(host?.listeners[0]?.hosts).toEqual([
    "hosts.elb.localhost",
    "hosts.elb.amazonaws.com",
    "*.example.com",
    "example.com",
    "shop.example.com",
    "*.wild.example.com",
    "a?b.example.com",
    "x.example.com",
    "y.example.com",
  ]);
  const [iso] = model("iso").loadBalancers;
  expect(iso?.listeners.map(({ entryPoint }) => entryPoint)).toEqual(["alb-http", "alb-9000"]);
  expect(iso?.listeners[0]?.portMap).toEqual({ 80: 8080, 8080: 9000 });
});

test("fills in AWS's defaults of actions and attributes", () => {
  const [redirects] = model("redirect").loadBalancers;
  expect(redirects?.listeners[0]?.rules[1]?.action).toEqual({
    type: "redirect",
    statusCode: 302,
    protocol: "#{protocol}",
    host: "#{host}",
    port: "#{port}",
    path: "/new",
    query: "#{query}",
  });
  expect(redirects?.attributes).toEqual({
    idleTimeout: 60,
    http2: true,
    dropInvalidHeaderFields: false,
    xffHeaderProcessingMode: "append",
    xffClientPort: false,
    tlsHeaders: false,
    hostHeader: "local",
    simulateSourceIp: false,
  });
  const [sticky] = model("sticky").loadBalancers;
  expect(sticky?.listeners[1]?.defaultAction).toMatchObject({
    stickiness: 1000,
    targetGroups: [
      { group: { name: "sticky-lb", stickiness: { cookieName: "AWSALB", duration: 3600 } } },
      { group: { name: "sticky-lb2" } },
    ],
  });
});

test("rejects an attribute that it does not know", () => {
  const albs = [{ name: "a", attributes: { "routing.http3.enabled": true }, listeners: [] }];
  expect(() => fixtureModel("f", { albs, targetGroups: {} }, PORTS_OF_THE_FILES)).toThrow(
    'load balancer a: unknown key "routing.http3.enabled"',
  );
});

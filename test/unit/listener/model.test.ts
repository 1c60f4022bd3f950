import { loadBalancerArn, targetGroupArn } from "../../../components/internal/arn";
import {
  conflicts,
  listenerModel,
  listenerOutputs,
  planOf,
  slotOf,
  validateSlot,
  type Resolved,
} from "../../../components/listener/model";
import { brief, only } from "../../helpers/issues";
import { CONNECTION, NARROW } from "../../helpers/samples";

const group = targetGroupArn(CONNECTION, "web");
const at = (port: number, more: Partial<Resolved> = {}): Resolved => ({
  connection: CONNECTION,
  loadBalancerArn: loadBalancerArn(CONNECTION, "MyApp"),
  port,
  defaultActions: [{ type: "forward", targetGroupArn: group }],
  ...more,
});

test("remakes the instance's plan out of its connection", () => {
  expect(planOf(NARROW).slots.map(({ localPort }) => localPort)).toEqual([8080, 8443]);
  expect(planOf(CONNECTION).slots.map(({ localPort }) => localPort)).toEqual([
    8080, 8443, 9000, 9001, 9002, 9003, 9004, 9005, 9006, 9007, 9008, 9009,
  ]);
});

test("puts out everything that someone needs to reach an HTTP listener", () => {
  expect(listenerOutputs(at(8081))).toEqual({
    arn: expect.stringMatching(/:listener\/app\/MyApp\/[0-9a-f]{16}\/[0-9a-f]{16}$/) as string,
    port: 8081,
    protocol: "HTTP",
    localPort: 9001,
    url: "http://myapp.elb.localhost:9001/",
    address: "localhost:9001",
    hostHeader: "myapp.elb.amazonaws.com",
    curl: "curl -H 'Host: myapp.elb.amazonaws.com' http://localhost:9001/",
    targetGroups: [group],
  });
});

test("lets curl accept the certificate that Traefik makes for itself", () => {
  expect(listenerOutputs(at(443))).toMatchObject({
    protocol: "HTTPS",
    localPort: 8443,
    url: "https://myapp.elb.localhost:8443/",
    curl: "curl --insecure -H 'Host: myapp.elb.amazonaws.com' https://localhost:8443/",
  });
});

test.each([
  ["HTTPS on 443", at(443), "HTTPS"],
  ["HTTP on 80", at(80), "HTTP"],
  ["HTTP on any other port", at(8443), "HTTP"],
  ["what was asked for on 443", at(443, { protocol: "HTTP" }), "HTTP"],
  ["what was asked for elsewhere", at(8081, { protocol: "HTTPS" }), "HTTPS"],
])("speaks %s", (_, values, protocol) => {
  expect(listenerModel(values, []).protocol).toBe(protocol);
});

test("names all that the listener's objects are made of", () => {
  expect(listenerModel(at(8081), ["a.test"])).toEqual({
    loadBalancer: "MyApp",
    port: 8081,
    protocol: "HTTP",
    entryPoint: "alb-9001",
    hosts: ["a.test"],
    targetGroup: "web",
  });
});

test("accepts a listener with a slot, and finds it again", () => {
  expect(validateSlot(at(80), "l")).toEqual([]);
  expect(slotOf(at(80)).entryPoint).toBe("alb-http");
});

test("rejects a listener without a slot", () => {
  const values = at(8081, { connection: NARROW });
  expect(brief(validateSlot(values, "l"))).toEqual(["KECS1005 l.port"]);
  expect(() => slotOf(values)).toThrow(RangeError);
});

describe("conflicts", () => {
  const claims = (...taken: string[]) => {
    const asked: string[] = [];
    const claim = (what: string): string | undefined => {
      asked.push(what);
      return taken.some((part) => what.startsWith(part)) ? 'Listener("a")' : undefined;
    };
    return { asked, claim };
  };
  const arn = loadBalancerArn(CONNECTION, "MyApp");

  test("claims the port and the local port of the load balancer", () => {
    const { asked, claim } = claims();
    expect(conflicts(at(8081), "l", claim)).toEqual([]);
    expect(asked).toEqual([`listener port ${arn} 8081`, `local port ${arn} 9001`]);
  });

  test("rejects a port that another listener has, naming it", () => {
    expect(only(conflicts(at(80), "l", claims("listener port").claim))).toEqual({
      code: "KECS1007",
      path: "l.port",
      message: 'port "80" of load balancer "MyApp" belongs to Listener("a")',
      hint: "give each listener of a load balancer a port of its own",
      severity: "error",
    });
  });

  test("rejects a local port that another listener answers on, naming it and the override", () => {
    expect(only(conflicts(at(8081), "l", claims("local port").claim))).toEqual({
      code: "KECS1006",
      path: "l.port",
      message: 'port "8081" would answer on local port 9001, as Listener("a") does',
      hint: "set localPort of one of the two to another port of the instance's range",
      severity: "error",
    });
  });
});

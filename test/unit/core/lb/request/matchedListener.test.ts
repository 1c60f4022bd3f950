import { hostOf, matchListener } from "../../../../../core/lb/request/matchedListener";
import { httpsListener, listener, loadBalancer, request } from "../../../../helpers/routing";

const wide = loadBalancer("wide", [listener([], { hosts: ["*.shop.test"] })]);
const exact = loadBalancer("exact", [listener([], { hosts: ["api.shop.test"] })]);
const wider = loadBalancer("wider", [listener([], { hosts: ["*.test"] })]);
const any = loadBalancer("any", [listener([], { hosts: [] })], { catchAll: true });

const all = [any, wider, wide, exact];

test.each([
  ["api.shop.test", "exact", "api.shop.test"],
  ["API.Shop.Test.:8080", "exact", "api.shop.test"],
  ["x.shop.test", "wide", "*.shop.test"],
  ["x.test", "wider", "*.test"],
  ["elsewhere", "any", "*"],
  ["", "any", "*"],
])("the host %s leads to %s", (host, name, pattern) => {
  for (const order of [all, all.toReversed()]) {
    const reached = matchListener(order, request({ host }));
    expect([reached?.loadBalancer.name, reached?.host]).toEqual([name, pattern]);
  }
});

test("keeps ports and protocols apart", () => {
  const both = loadBalancer("shop", [listener(), httpsListener([], { localPort: 8080 })]);
  expect(matchListener([both], request())?.listener.port).toBe(80);
  expect(matchListener([both], request({ tls: true }))?.listener.port).toBe(443);
  expect(matchListener([both], request({ localPort: 9000 }))).toBeUndefined();
});

test("an absolute target brings its own host", () => {
  expect(hostOf(request({ target: "http://api.shop.test/x" }))).toBe("api.shop.test");
  expect(hostOf(request())).toBe("shop.elb.localhost:8080");
});

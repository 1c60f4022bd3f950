import { expectedRoutes, withMissing } from "../../../../cluster/traefik/expectedRoutes";
import type { LoadBalancer } from "../../../../core/lb/model";
import { listener, loadBalancer, paths, rule } from "../../../helpers/routing";

const albOf = (routing: LoadBalancer) => ({
  name: routing.name,
  arn: "",
  dnsName: "",
  hosts: [],
  listeners: [],
  routing,
});

test("a load balancer has to have its listeners' routes and one for each rule", () => {
  const shop = loadBalancer("shop", [listener([rule(10, [paths("/a")])])]);
  const expected = expectedRoutes({ shop: albOf(shop), empty: albOf(loadBalancer("empty", [])) });
  expect(expected.map(({ metadata, spec }) => [metadata.name, spec?.routes?.length])).toEqual([
    ["shop-80-default", 3],
    ["shop-80-rule-rule-10", 2],
    ["shop-80", 1],
  ]);
});

test("what is in the cluster counts, and beside it what should be and is not", () => {
  const route = (name: string, ...routes: string[]) => ({ metadata: { name }, spec: { routes } });
  expect(withMissing([route("a", "there"), route("b")], [route("a"), route("c", "gone")])).toEqual([
    route("a", "there"),
    route("b"),
    route("c", "gone"),
  ]);
});

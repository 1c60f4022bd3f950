import { stackRouting } from "../../../../core/outputs/stackRouting";
import { loadBalancer } from "../../../helpers/routing";

test("takes the load balancers whose outputs tell how they route", () => {
  const alb = { arn: "", dnsName: "", hosts: [], listeners: [] };
  const routing = loadBalancer("shop", []);
  expect(
    stackRouting({ earlier: { name: "earlier", ...alb }, shop: { name: "shop", ...alb, routing } }),
  ).toEqual([routing]);
});

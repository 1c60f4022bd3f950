import { plannedStatus } from "../../../../core/outputs/plannedStatus";
import type { Action, Rule } from "../../../../core/lb/model";
import { forwardTo, listener, loadBalancer, paths, rule } from "../../../helpers/routing";

const closed: Action = { type: "fixed-response", statusCode: 503, messageBody: "" };

function planned(defaultAction: Action, rules: readonly Rule[] = []): number | undefined {
  const routing = loadBalancer("shop", [listener(rules, { defaultAction })]);
  const shop = { name: "shop", arn: "", dnsName: "", hosts: [], listeners: [], routing };
  return plannedStatus(
    { shop },
    {
      alb: "shop",
      arn: "",
      port: 80,
      protocol: "HTTP",
      localPort: 8080,
      url: "",
      address: "localhost:8080",
      hostHeader: "shop.elb.amazonaws.com",
      curl: "",
      targetGroups: [],
    },
  );
}

test("a listener that answers by itself has a status before it is asked", () => {
  expect(planned(closed)).toBe(503);
  expect(planned(forwardTo("web"), [rule(1, [paths("/")], closed)])).toBe(503);
});

test("a listener that forwards has none, whatever its other rules say", () => {
  expect(planned(forwardTo("web"))).toBeUndefined();
  expect(planned(forwardTo("web"), [rule(1, [paths("/admin")], closed)])).toBeUndefined();
});

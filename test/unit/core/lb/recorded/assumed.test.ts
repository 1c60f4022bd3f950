import { listenerArn } from "../../../../../core/arn";
import { assumedListener } from "../../../../../core/lb/recorded/assumed";
import { CONNECTION, NARROW } from "../../../../helpers/samples";

const at = (port: number) =>
  assumedListener(CONNECTION, listenerArn(CONNECTION, "shop", port), port);

test("takes a listener for one with the names that every load balancer has", () => {
  expect(at(8081)).toMatchObject({
    hosts: ["shop.elb.localhost", "shop.elb.amazonaws.com"],
    port: 8081,
    protocol: "HTTP",
    portMap: { "80": 8080, "443": 8443 },
  });
});

test("takes port 443 alone for HTTPS", () => {
  expect([80, 443, 8443].map((port) => at(port).protocol)).toEqual(["HTTP", "HTTPS", "HTTP"]);
});

test("takes a listener whose port has no local port by itself", () => {
  const arn = listenerArn(NARROW, "shop", 8081);
  expect(assumedListener(NARROW, arn, 8081).port).toBe(8081);
});

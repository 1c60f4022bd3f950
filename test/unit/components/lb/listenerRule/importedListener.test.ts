import { listenerArn } from "../../../../../core/arn";
import { importedListener } from "../../../../../components/lb/listenerRule/importedListener";
import { CONNECTION, NARROW } from "../../../../helpers/samples";

const at = (port: number) => importedListener(CONNECTION, listenerArn(CONNECTION, "shop", port));

test("tells load balancer and port by the ARN", () => {
  expect(at(8081)).toMatchObject({
    loadBalancer: { name: "shop", hosts: ["shop.elb.localhost", "shop.elb.amazonaws.com"] },
    listener: { port: 8081, protocol: "HTTP", portMap: { "80": 8080, "443": 8443 } },
  });
});

test("takes port 443 alone for HTTPS", () => {
  expect([80, 443, 8443].map((port) => at(port)?.listener.protocol)).toEqual([
    "HTTP",
    "HTTPS",
    "HTTP",
  ]);
});

test("knows a listener whose port has no local port by itself", () => {
  const arn = listenerArn(NARROW, "shop", 8081);
  expect(importedListener(NARROW, arn)?.listener.port).toBe(8081);
});

test("knows none of another instance", () => {
  const arn = listenerArn({ ...CONNECTION, instance: "other" }, "shop", 80);
  expect(importedListener(CONNECTION, arn)).toBeUndefined();
});

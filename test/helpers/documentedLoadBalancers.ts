import type { LoadBalancer } from "../../core/lb/model";
import {
  forwardTo,
  headerIs,
  httpsListener,
  listener,
  loadBalancer,
  paths,
  rule,
  targetGroup,
} from "./routing";

const hosts = ["shop-alb.elb.localhost", "shop-alb.elb.amazonaws.com"];
const ports = { 80: 8080, 443: 8443 };

/** The load balancer that docs/explain.md explains requests to. */
export const documentedLoadBalancers: readonly LoadBalancer[] = [
  loadBalancer("shop-alb", [
    listener(
      [
        {
          ...rule(10, [headerIs("X-Env", "beta"), paths("/api/*")], forwardTo("api-beta")),
          name: "beta",
        },
        { ...rule(20, [paths("/api/*")], forwardTo("api")), name: "api" },
        {
          ...rule(30, [paths("/account", "/account/*")], {
            type: "redirect",
            statusCode: 301,
            protocol: "HTTPS",
            host: "#{host}",
            port: "443",
            path: "/#{path}",
            query: "#{query}",
          }),
          name: "secure",
        },
      ],
      {
        hosts,
        portMap: ports,
        defaultAction: {
          type: "forward",
          targetGroups: [
            { group: targetGroup("web"), weight: 9 },
            { group: targetGroup("web-next"), weight: 1 },
          ],
        },
      },
    ),
    httpsListener([], { hosts, portMap: ports }),
  ]),
];

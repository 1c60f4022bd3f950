import {
  asksUnknownPort,
  lateHost,
  latePort,
  type SettledRedirect,
} from "../../../../../core/lb/listener/settledRedirect";
import { brief } from "../../../../helpers/issues";

const redirect = (host: string, port: string, path = "L"): SettledRedirect => ({
  path,
  listenerPath: "L",
  action: {
    type: "redirect",
    statusCode: 301,
    protocol: "HTTPS",
    host,
    port,
    path: "/#{path}",
    query: "#{query}",
  },
  listener: {
    protocol: "HTTP",
    port: 80,
    portMap: { 80: 8080, 443: 8443 },
    hosts: ["shop.test"],
    neighbours: ["*.near.test"],
  },
});

test.each<[string, SettledRedirect, number, number, boolean]>([
  ["the request's host", redirect("#{host}", "8081"), 8081, 9001, true],
  ["a host made of the request's", redirect("www.#{host}", "8081"), 8081, 9001, true],
  ["a host of the load balancer", redirect("shop.test", "8081"), 8081, 9001, true],
  ["a host of another one", redirect("a.near.test", "8081"), 8081, 9001, true],
  ["any load balancer's own name", redirect("b.elb.localhost", "8081"), 8081, 9001, true],
  ["a host of the internet", redirect("example.com", "8081"), 8081, 9001, false],
  ["another port", redirect("#{host}", "8082"), 8081, 9001, false],
  ["the request's port", redirect("#{host}", "#{port}"), 8081, 9001, false],
  ["a port that is the local one too", redirect("#{host}", "9001"), 9001, 9001, false],
  ["443, which every listener knows", redirect("#{host}", "443"), 443, 8443, false],
])("a late port matters to a redirect to %s", (_, of, port, localPort, matters) => {
  expect(latePort([of], { port, localPort }, "X").length > 0).toBe(matters);
});

test.each<[string, SettledRedirect, string, boolean]>([
  ["its name", redirect("late.test", "443"), "late.test", true],
  ["its name in other letters", redirect("Late.test.", "443"), "late.test", true],
  ["one of its names", redirect("a.late.test", "443"), "*.late.test", true],
  ["its name, at the request's port", redirect("late.test", "#{port}"), "late.test", true],
  ["its name, at a port without another", redirect("late.test", "9001"), "late.test", false],
  ["another name", redirect("other.test", "443"), "late.test", false],
  ["what the request says", redirect("#{host}", "443"), "*.test", false],
  ["a part of the request", redirect("www.#{host}", "443"), "*.test", false],
  ["a name that was known", redirect("a.near.test", "443"), "a.near.test", false],
])("a late host matters to a redirect to %s", (_, of, host, matters) => {
  expect(lateHost([of], host, "X").length > 0).toBe(matters);
});

test("asks for a port that the listener does not know", () => {
  const ports = ["443", "8081", "#{port}"].map((port) => redirect("#{host}", port));
  expect(ports.map(asksUnknownPort)).toEqual([false, true, false]);
});

test("names one redirect, what it is in, and the ways out", () => {
  const [own, rule] = [redirect("#{host}", "8081"), redirect("late.test", "443", "R")];
  expect(brief(latePort([own, own], { port: 8081, localPort: 9001 }, "X"))).toEqual([
    "KECS1013 X.port",
  ]);
  expect(latePort([own], { port: 8081, localPort: 9001 }, "X")).toMatchObject([
    {
      message: 'port "8081" is only known after the routes of L, which redirects to it, were made',
      hint: "write it as a plain value, and make both without an await between them",
    },
  ]);
  expect(lateHost([rule], "late.test", "X", "add it to A")).toMatchObject([
    {
      message:
        '"late.test" is only known after the routes of L, where R redirects to it, were made',
      hint: "make both without an await between them, or add it to A",
    },
  ]);
});

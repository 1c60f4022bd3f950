import { describedRequest, type Described } from "../../../../cli/explain/request";
import { explanationText } from "../../../../cli/text/explanationText";
import { styleOf } from "../../../../cli/ui/style";
import { evaluate } from "../../../../core/lb/evaluate/evaluate";
import type { LoadBalancer } from "../../../../core/lb/model";
import { documentedLoadBalancers } from "../../../helpers/documentedLoadBalancers";
import { listener, loadBalancer, rule, targetGroup } from "../../../helpers/routing";

const style = styleOf({ colour: false, live: false, unicode: false });

function explain(described: Described, loadBalancers = documentedLoadBalancers): string {
  const request = describedRequest(described);
  const evaluation = evaluate(loadBalancers, request);
  return explanationText({ url: described.url, request, evaluation, loadBalancers }, style);
}

test("a rule that answers, behind one whose header is missing", () => {
  expect(explain({ url: "http://shop-alb.elb.localhost:8080/api/users" })).toBe(
    `GET http://shop-alb.elb.localhost:8080/api/users

load balancer shop-alb, host shop-alb.elb.localhost
listener HTTP 80, local port 8080
  no  rule 10 beta: no header X-Env, wanted "beta"
  yes rule 20 api

answer from target group api`,
  );
});

test("the default action, behind near misses", () => {
  const headers = ["X-Env: beta-2"];
  expect(explain({ url: "http://shop-alb.elb.localhost:8080/api", headers })).toBe(
    `GET http://shop-alb.elb.localhost:8080/api

load balancer shop-alb, host shop-alb.elb.localhost
listener HTTP 80, local port 8080
  no  rule 10 beta: header X-Env "beta-2", wanted "beta"
      hint: a pattern covers the whole value; "*beta*" would match
  no  rule 20 api: path "/api", wanted "/api/*"
      hint: "/api/*" needs a slash behind "/api"
  no  rule 30 secure: path "/api", wanted "/account" or "/account/*"
  yes default action

answer from one of
  web       90 %
  web-next  10 %`,
  );
});

test("an answer of the load balancer's own", () => {
  expect(explain({ url: "http://shop-alb.elb.localhost:8080/account?a=1" })).toMatch(
    /\n\nanswer 301, a redirect\n {2}Location: https:\/\/shop-alb\.elb\.localhost:8443\/account\?a=1\n {2}Content-Length: 0$/,
  );
});

test("a body, and a path that the target sees otherwise", () => {
  const gone: LoadBalancer[] = [
    loadBalancer("shop", [
      listener([
        rule(1, [], { type: "fixed-response", statusCode: 410, messageBody: "all\ngone" }),
      ]),
    ]),
  ];
  expect(explain({ url: "http://shop.elb.localhost:8080/" }, gone)).toMatch(
    /\n\nanswer 410, a fixed response\n {2}Content-Length: 8\n {2}body "all gone"$/,
  );
  const plain = [loadBalancer("shop", [listener()])];
  expect(explain({ url: "http://shop.elb.localhost:8080/%7e;a?b;c" }, plain)).toMatch(
    /\n\nanswer from target group web\n {2}which sees "\/~;a\?b%3Bc"$/,
  );
});

test("shares with one decimal at most", () => {
  const targetGroups = [999, 1, 500].map((weight, i) => ({ group: targetGroup(`g${i}`), weight }));
  const shared = [
    loadBalancer("shop", [listener([], { defaultAction: { type: "forward", targetGroups } })]),
  ];
  expect(explain({ url: "http://shop.elb.localhost:8080/" }, shared)).toMatch(
    /answer from one of\n {2}g0 {2}66\.6 %\n {2}g1 {2}0\.1 %\n {2}g2 {2}33\.3 %$/,
  );
});

test("a host that nobody has, with those that the port answers to", () => {
  expect(explain({ url: "http://sohp-alb.elb.localhost:8080/" })).toBe(
    `GET http://sohp-alb.elb.localhost:8080/

local port 8080 answers to HTTP for
  shop-alb.elb.localhost
  shop-alb.elb.amazonaws.com

answer 404, no load balancer has the host "sohp-alb.elb.localhost:8080" on local port 8080`,
  );
});

test("a port that nobody listens on, with those that there are", () => {
  expect(explain({ url: "http://shop-alb.elb.amazonaws.com/" })).toBe(
    `GET http://shop-alb.elb.amazonaws.com/

local port 80 has no listener for HTTP; there are
  8080 (HTTP)
  8443 (HTTPS)

answer 404, no load balancer has the host "shop-alb.elb.amazonaws.com" on local port 80`,
  );
});

test("a request that no rule sees", () => {
  expect(explain({ url: "http://shop-alb.elb.localhost:8443/" })).toBe(
    `GET http://shop-alb.elb.localhost:8443/

no rule is asked

answer 400, plain HTTP was sent to a port of HTTPS`,
  );
});

test("a load balancer that takes every host", () => {
  const any = [loadBalancer("any", [listener()], { catchAll: true })];
  expect(explain({ url: "http://127.0.0.1:8080/" }, any)).toContain(
    "load balancer any, which takes every host\nlistener HTTP 80, local port 8080\n  yes default action\n",
  );
});

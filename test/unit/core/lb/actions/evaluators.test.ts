import { actionResult } from "../../../../../core/lb/actions/evaluators";
import { normalizeRequest } from "../../../../../core/lb/request/normalizedRequest";
import type { Action, FixedResponse, Forward, Request } from "../../../../../core/lb/model";
import {
  forwardTo,
  listener,
  loadBalancer,
  request,
  targetGroup,
} from "../../../../helpers/routing";

function answer(action: Action, more: Partial<Request> = {}) {
  const reached = { loadBalancer: loadBalancer("shop", []), listener: listener(), host: "" };
  const sent = request(more);
  return actionResult(action, reached, sent, normalizeRequest(reached, sent));
}

const FIXED: FixedResponse = {
  type: "fixed-response",
  statusCode: 200,
  contentType: "text/plain",
  messageBody: "h\u00e9llo",
};

test.each([
  ["GET", FIXED, { "Content-Type": "text/plain", "Content-Length": "6" }, "h\u00e9llo"],
  ["HEAD", FIXED, { "Content-Type": "text/plain", "Content-Length": "6" }, ""],
  [
    "POST",
    { ...FIXED, messageBody: "" },
    { "Content-Type": "text/plain", "Content-Length": "0" },
    "",
  ],
  ["GET", { ...FIXED, statusCode: 204 }, { "Content-Type": "text/plain" }, ""],
])("%s gets the headers and the body of %j", (method, action, headers, body) => {
  const { statusCode: status } = action;
  expect(answer(action, { method })).toEqual({
    type: "response",
    status,
    headers,
    body,
    reason: "a fixed response",
  });
});

test("sends no content type where there is none", () => {
  const bare: FixedResponse = { type: "fixed-response", statusCode: 503, messageBody: "" };
  expect(answer(bare)).toMatchObject({ status: 503, headers: { "Content-Length": "0" } });
});

test("redirects with the path and the query as they are passed on", () => {
  const action: Action = {
    type: "redirect",
    statusCode: 302,
    protocol: "#{protocol}",
    host: "#{host}",
    port: "#{port}",
    path: "/new/#{path}",
    query: "#{query}",
  };
  expect(answer(action, { target: "/%0d%0aX:%65?a;b", method: "POST" })).toEqual({
    type: "response",
    status: 302,
    headers: {
      Location: "http://shop.elb.localhost:8080/new/%0D%0AX:e?a%3Bb",
      "Content-Length": "0",
    },
    body: "",
    reason: "a redirect",
  });
});

test("shares requests by weight and names the cookies", () => {
  const action: Forward = {
    type: "forward",
    targetGroups: [
      {
        group: targetGroup("blue", { stickiness: { cookieName: "AWSALB", duration: 9 } }),
        weight: 1,
      },
      { group: targetGroup("green"), weight: 3 },
      { group: targetGroup("grey"), weight: 0 },
    ],
    stickiness: 60,
  };
  const { arn: blue } = targetGroup("blue");
  expect(answer(action)).toMatchObject({
    type: "forward",
    cookie: "AWSALBTG",
    targetGroups: [
      { name: "blue", arn: blue, weight: 1, share: 0.25, cookie: "AWSALB" },
      { name: "green", weight: 3, share: 0.75 },
      { name: "grey", weight: 0, share: 0 },
    ],
  });
});

test("answers 503 where every weight is 0", () => {
  const group = targetGroup("blue");
  const action: Forward = { type: "forward", targetGroups: [{ group, weight: 0 }] };
  expect(answer(action)).toMatchObject({ status: 503, reason: "every target group has weight 0" });
});

const GRPC = [["content-type", "application/grpc+proto"]] as const;

test.each<["HTTP1" | "HTTP2" | "GRPC", Partial<Request>, string | undefined]>([
  ["HTTP1", {}, undefined],
  ["HTTP1", { version: "2" }, undefined],
  ["HTTP1", { headers: [["Content-Type", "application/grpc-web"]] }, undefined],
  ["HTTP1", { headers: GRPC }, "the target group takes HTTP/1.1, and this is gRPC"],
  ["HTTP2", { version: "2" }, undefined],
  ["HTTP2", {}, "the target group takes HTTP/2, and this is HTTP/1.1"],
  ["GRPC", { version: "2", method: "POST" }, undefined],
  ["GRPC", { version: "1.0" }, "the target group takes HTTP/2, and this is HTTP/1.0"],
  ["GRPC", { version: "2" }, "the target group takes gRPC, which is POST, and this is GET"],
])("a group of %s and %j: %s", (protocolVersion, more, reason) => {
  expect(answer(forwardTo("web", { protocolVersion }), more)).toMatchObject(
    reason === undefined ? { type: "forward" } : { status: 464, reason },
  );
});

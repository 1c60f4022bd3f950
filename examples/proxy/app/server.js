"use strict";
const { writeFileSync } = require("node:fs");
const { createServer } = require("node:http");
const { hostname } = require("node:os");

const style = "body { font-family: sans-serif; margin: 4rem; }\n";
writeFileSync(`${process.env.STATIC_FOLDER}/style.css`, style);

const page = (path, protocol) => `<!doctype html>
<title>KECS</title>
<link rel="stylesheet" href="/static/style.css">
<h1>Hello from ${hostname()}</h1>
<p>You asked for ${encodeURI(path)} by ${protocol}.</p>
`;

const server = createServer((request, response) => {
  if (request.url === "/health") return response.end("ok\n");
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.end(
    page(request.url, request.headers["x-forwarded-proto"] === "https" ? "HTTPS" : "HTTP"),
  );
});
server.listen(3000, "127.0.0.1", () => console.log("The application listens on port 3000."));
// The load balancer sends no request any more by then.
process.once("SIGTERM", () => server.close(() => process.exit()).closeIdleConnections());

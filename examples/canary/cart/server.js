"use strict";
const { createServer } = require("node:http");
const { hostname } = require("node:os");

const server = createServer((request, response) => {
  if (request.url === "/health") return response.end("ok\n");
  response.setHeader("Content-Type", "application/json");
  response.end(JSON.stringify({ version: "1", task: hostname(), lines: [] }));
});
server.listen(8080, () => console.log("The cart, version 1, listens on port 8080."));
// The load balancer sends no request any more by then.
process.once("SIGTERM", () => server.close(() => process.exit()).closeIdleConnections());

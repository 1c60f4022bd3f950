"use strict";
const { createServer } = require("node:http");

const items = ["lamp", "chair", "table"];

const server = createServer((request, response) => {
  if (request.url === "/health") return response.end("ok\n");
  response.setHeader("Content-Type", "application/json");
  response.end(JSON.stringify({ items }));
});
server.listen(8080, () => console.log("The catalog listens on port 8080."));
// The load balancer sends no request any more by then.
process.once("SIGTERM", () => server.close(() => process.exit()).closeIdleConnections());

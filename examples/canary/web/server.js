"use strict";
const { createServer, get } = require("node:http");

const read = (path) =>
  new Promise((resolve, reject) => {
    get(`${process.env.BACKEND_URL}${path}`, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => (text += chunk));
      response.on("end", () =>
        response.statusCode === 200
          ? resolve(JSON.parse(text))
          : reject(new Error(`${path} answered ${response.statusCode}`)),
      );
    }).on("error", reject);
  });

const server = createServer(async (request, response) => {
  if (request.url === "/health") return response.end("ok\n");
  response.setHeader("Content-Type", "application/json");
  try {
    const [catalog, cart] = await Promise.all([read("/catalog"), read("/cart")]);
    response.end(JSON.stringify({ items: catalog.items, cart: cart.version }));
  } catch (error) {
    response.statusCode = 502;
    response.end(JSON.stringify({ error: error.message }));
  }
});
server.listen(8080, () => console.log("The web pages listen on port 8080."));
// The load balancer sends no request any more by then.
process.once("SIGTERM", () => server.close(() => process.exit()).closeIdleConnections());

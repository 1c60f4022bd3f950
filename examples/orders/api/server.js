"use strict";
const { createServer } = require("node:http");
const { Pool } = require("pg");

const pool = new Pool();
pool.on("error", (error) => console.error(`A connection to the database ended: ${error.message}`));

const LIST = "SELECT id, item, status FROM orders ORDER BY id DESC LIMIT 20";
const ADD = "INSERT INTO orders (item) VALUES ($1) RETURNING id, item, status";
const FINISH = "UPDATE orders SET status = 'done' WHERE id = $1 RETURNING id, item, status";

async function answer({ method, url }) {
  const { pathname, searchParams } = new URL(url, "http://api");
  if (pathname === "/health") return pool.query("SELECT 1").then(() => ({ status: "ok" }));
  if (pathname === "/orders" && method === "GET") return (await pool.query(LIST)).rows;
  if (pathname === "/orders" && method === "POST") {
    return (await pool.query(ADD, [searchParams.get("item") ?? "lamp"])).rows[0];
  }
  const [, id] = /^\/orders\/(\d+)\/done$/.exec(pathname) ?? [];
  if (id !== undefined && method === "POST") return (await pool.query(FINISH, [id])).rows[0];
  return undefined;
}

const server = createServer((request, response) => {
  const send = (status, body) => {
    response.writeHead(status, { "Content-Type": "application/json" });
    response.end(`${JSON.stringify(body)}\n`);
  };
  answer(request).then(
    (body) => (body === undefined ? send(404, { error: "not found" }) : send(200, body)),
    (error) => send(503, { error: error.message }),
  );
});
server.listen(8080, () => console.log("The API listens on port 8080."));
// The load balancer sends no request any more by then.
process.once("SIGTERM", () => server.close(() => process.exit()).closeIdleConnections());

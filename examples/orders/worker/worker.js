"use strict";
const { request } = require("node:http");
const { Pool } = require("pg");

const PAUSE_MS = 500;
const pool = new Pool();
pool.on("error", (error) => console.error(`A connection to the database ended: ${error.message}`));

let isEnding = false;
process.once("SIGTERM", () => (isEnding = true));

/** Tells the API, which Service Connect knows by this name, that an order is done. */
const finish = (id) =>
  new Promise((resolve, reject) => {
    const call = request(
      `${process.env.API_URL}/orders/${id}/done`,
      { method: "POST" },
      (answer) => {
        answer.resume();
        answer.on("end", () =>
          answer.statusCode === 200
            ? resolve()
            : reject(new Error(`the API answered ${answer.statusCode}`)),
        );
      },
    );
    call.on("error", reject);
    call.end();
  });

async function work() {
  while (!isEnding) {
    try {
      const { rows } = await pool.query("SELECT id, item FROM orders WHERE status = 'pending'");
      for (const { id, item } of rows) {
        await finish(id);
        console.log(`order ${id}, a ${item}, is done`);
      }
    } catch (error) {
      console.error(`This turn failed: ${error.message}`);
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  await pool.end();
}
void work();

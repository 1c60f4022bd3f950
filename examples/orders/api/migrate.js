"use strict";
const { Client } = require("pg");

/* Each step runs once, in its turn, in a transaction with the note of its text. */
const steps = [
  "CREATE TABLE orders (id serial PRIMARY KEY, item text NOT NULL)",
  "ALTER TABLE orders ADD COLUMN status text NOT NULL DEFAULT 'pending'",
  ...(process.env.EXTRA_STEP === undefined ? [] : [process.env.EXTRA_STEP]),
];

async function migrate() {
  const client = new Client();
  await client.connect();
  await client.query("CREATE TABLE IF NOT EXISTS migrations (step text PRIMARY KEY)");
  const { rows } = await client.query("SELECT step FROM migrations");
  const done = new Set(rows.map((row) => row.step));
  for (const [step, sql] of steps.entries()) {
    if (done.has(sql)) continue;
    console.log(`step ${step}: ${sql}`);
    await client.query("BEGIN");
    await client.query(sql);
    await client.query("INSERT INTO migrations VALUES ($1)", [sql]);
    await client.query("COMMIT");
  }
  console.log(`The database is at step ${steps.length - 1}.`);
  await client.end();
}

migrate().catch((error) => {
  console.error(`The migration failed: ${error.message}`);
  process.exit(3);
});

import fc from "fast-check";
import { sharedInstance } from "./support/conformanceInstance";
import { asCase } from "./differential/asCase";
import { Live, type Disagreement } from "./differential/live";
import { requestsFor } from "./differential/requests";
import { ruleSet } from "./differential/ruleSet";
import { shrink } from "./differential/shrink";

/*
 * The model that predicts and the objects that serve, held against each other: rule sets that a
 * seed makes go through `evaluate` and, by `translate`, through a live Traefik.
 */

const SEED = Number(process.env["KECS_SEED"] ?? 20_260);
const REQUESTS = Number(process.env["KECS_REQUESTS"] ?? 2_000);
const REQUESTS_PER_SET = 20;
const SETS_AT_ONCE = 100;
const AT_ONCE = 8;

test(`what the model predicts is what Traefik does: ${REQUESTS} requests, seed ${SEED}`, async () => {
  const live = new Live(await sharedInstance());
  const counts: Record<string, number> = {};
  const found: Disagreement[] = [];
  const sets = Math.ceil(REQUESTS / REQUESTS_PER_SET);
  for (let done = 0; done < sets && found.length === 0; done += SETS_AT_ONCE) {
    const size = Math.min(SETS_AT_ONCE, sets - done);
    const batch = questions(size, SEED + done);
    const names = await live.load(batch.map(([first]) => first?.set ?? never()));
    try {
      const queue = batch.flatMap((all, i) => all.map((one) => ({ one, name: names[i] ?? "" })));
      const ask = async (): Promise<void> => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
          const answer = await live.ask(next.one, next.name);
          const key = "received" in answer ? "disagreement" : answer.decidedBy;
          counts[key] = (counts[key] ?? 0) + 1;
          if ("received" in answer) found.push(answer);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, ask));
    } finally {
      await live.clear();
    }
    if (found[0] !== undefined) found[0] = await shrink(live, found[0]);
  }
  const hits = Math.round((100 * (counts["rule"] ?? 0)) / REQUESTS);
  process.stderr.write(`seed ${SEED}: ${hits} of 100 hit a rule; ${JSON.stringify(counts)}\n`);
  const [worst] = found;
  if (worst !== undefined) {
    throw new Error(
      `${found.length} disagreements, the first as small as it gets:\n${asCase(worst)}`,
    );
  }
  // Requests that all miss, or that all hit the first rule, would prove little.
  expect(counts["rule"]).toBeGreaterThan(REQUESTS / 4);
  expect(counts["default action"]).toBeGreaterThan(REQUESTS / 10);
}, 900_000);

/** So many rule sets with the requests to each. */
function questions(size: number, seed: number) {
  return fc
    .sample(ruleSet, { seed, numRuns: size })
    .map((set, i) =>
      (fc.sample(requestsFor(set, REQUESTS_PER_SET), { seed: seed + i, numRuns: 1 })[0] ?? []).map(
        (request) => ({ set, request }),
      ),
    );
}

function never(): never {
  throw new Error("a rule set without requests");
}

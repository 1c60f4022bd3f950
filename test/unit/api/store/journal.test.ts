import { journalManifest, readJournal } from "../../../../api/store/journal";
import { journalOf } from "../../../../api/store/journalOf";
import type { Change } from "../../../../api/world/operation";

const MOST_BYTES = 1024 * 1024;

test("ten tasks of a large task definition fit into a journal, which says all of them", () => {
  const environment = Array.from({ length: 2000 }, (_, i) => ({
    name: `VARIABLE_${i}`,
    value: `a value of some length with the number ${i * 7919}`,
  }));
  const changes = Array.from({ length: 10 }, (_, i): Change => ({
    kind: "makePod",
    manifest: {
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name: `task-${i}`, namespace: "kecs" },
      spec: { containers: [{ name: "web", env: environment }] },
    },
  }));
  const journal = journalOf(changes, []);
  expect(JSON.stringify(journal).length).toBeGreaterThan(MOST_BYTES);
  const manifest = journalManifest(journal);
  expect(JSON.stringify(manifest).length).toBeLessThan(MOST_BYTES);
  expect(readJournal(manifest)).toEqual(journal);
});

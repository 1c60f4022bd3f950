import { ROWS } from "../faults/rows";
import { runRow } from "../faults/runRow";
import { Stage } from "../faults/stage";

/* The short set of the fault matrix; `npm run faults` runs all of it. */

let stage: Stage | undefined;

beforeAll(async () => {
  stage = await Stage.open();
});

afterAll(() => stage?.close());

test.each(ROWS.filter(({ isShort }) => isShort === true))("$id $situation", async (row) => {
  if (stage === undefined) throw new Error("there is no stage");
  const { wrong, text } = await runRow(row, stage);
  expect({ wrong, text: wrong.length > 0 ? text : "" }).toEqual({ wrong: [], text: "" });
});

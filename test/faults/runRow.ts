import { judge } from "./judge";
import type { FaultRow } from "./row";
import type { Ended, Stage } from "./stage";

export interface RowResult {
  readonly id: string;
  readonly seconds: number;
  /** What came out otherwise than promised; empty where all did. */
  readonly wrong: readonly string[];
  /** What the command said. */
  readonly text: string;
}

/** Disturbs the instance as a row says, and looks at what comes of it. */
export async function runRow(row: FaultRow, stage: Stage): Promise<RowResult> {
  try {
    return await disturb(row, stage);
  } catch (error) {
    return { id: row.id, seconds: 0, wrong: [String(error)], text: "" };
  }
}

async function disturb(row: FaultRow, stage: Stage): Promise<RowResult> {
  const { id, before, fault, command, expect, interrupt, env, mend } = row;
  await stage.bring(before);
  const was = before === "running" ? await stage.identity() : undefined;
  if (fault !== undefined) await stage.shell(fault);
  const ended = await stage.run(command, { ...(env && { env }), ...(interrupt && { interrupt }) });
  const wrong = interrupt === undefined ? judge(row, ended) : [];
  if (mend !== undefined) await stage.shell(mend);
  wrong.push(...(await recover(row, stage, ended)));
  if (was !== undefined && "answers" in expect && expect.keeps !== "nothing") {
    const is = await stage.identity();
    if (is.cluster !== was.cluster) wrong.push("the cluster is another one");
    if (expect.keeps === "tasks" && is.tasks !== was.tasks) wrong.push("tasks were restarted");
  }
  wrong.push(...(await stage.leftovers()).map((one) => `left behind: ${one}`));
  return { id, seconds: ended.seconds, wrong, text: ended.text };
}

/** What a user does next, if anything, and whether the instance is then as promised. */
async function recover(
  { expect, command }: FaultRow,
  stage: Stage,
  ended: Ended,
): Promise<string[]> {
  if ("removes" in expect) {
    const wrong: string[] = [];
    if (ended.code !== 0) {
      const again = await stage.run(command);
      // Where the first one came to its end unseen, there is nothing left to remove.
      if (again.code !== 0 && again.code !== 4) wrong.push(`the next one ends with ${again.code}`);
    }
    const remains = await stage.remains();
    return [...wrong, ...remains.map((one) => `left behind: ${one}`)];
  }
  if (!("answers" in expect)) {
    const next = await stage.run(["kecs", "start"]);
    if (next.code !== 0) return [`the next start ends with ${next.code}\n${next.text}`];
  }
  return (await stage.untilAnswering()) ? [] : ["it does not answer"];
}

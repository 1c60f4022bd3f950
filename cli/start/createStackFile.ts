import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileProblem } from "../../cluster/files/fileProblem";
import { fileName } from "../project/chooseStack";
import { newStackText } from "../project/newStack";
import type { Context } from "../command";
import type { SelectedStack } from "../project/selectedStack";

/** Writes the file of a new stack, and says what is in it that nobody wrote on the command line. */
export function createStackFile(
  { io, console: { progress } }: Context,
  selected: SelectedStack,
): void {
  const { project, stack, config, rangeFrom } = selected;
  const file = join(project.stacksFolder, `Pulumi.${fileName(stack)}.yaml`);
  try {
    mkdirSync(project.stacksFolder, { recursive: true });
    writeFileSync(file, newStackText(config), { flag: "wx" });
  } catch (error) {
    throw fileProblem(file, "written", error);
  }
  progress.note(`created the stack ${stack}: ${relative(io.cwd, file)}`);
  if (rangeFrom === undefined) return;
  const range = `${config["kecs:portRangeStart"] ?? ""}-${config["kecs:portRangeEnd"] ?? ""}`;
  progress.note(`the file keeps the range ${range} of ${rangeFrom.join(" and ")}`);
}

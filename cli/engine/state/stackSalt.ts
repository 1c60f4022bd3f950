import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileName } from "../../project/chooseStack";
import type { Project } from "../../project/project";
import { readYaml } from "../../project/readYaml";
import { stateFolder } from "./ownBackend";

const IN_STATE = /"salt"\s*:\s*"(v1:[^"]+)"/;

/**
 * The `encryptionsalt` of a stack: that of its file, else that of its state in KECS's own backend, which
 * goes on to say what the state's secrets were encrypted with. Undefined where the stack has none yet.
 */
export function stackSalt(
  env: Readonly<Record<string, string | undefined>>,
  project: Project,
  stack: string,
): string | undefined {
  const name = fileName(stack);
  for (const extension of ["yaml", "yml"]) {
    const file = join(project.stacksFolder, `Pulumi.${name}.${extension}`);
    if (!existsSync(file)) continue;
    const { encryptionsalt: salt } = readYaml(readFileSync(file, "utf8"), file, "KECS1008");
    if (typeof salt === "string" && salt !== "") return salt;
  }
  const state = join(stateFolder(env), "stacks", project.name, `${name}.json`);
  return existsSync(state) ? IN_STATE.exec(readFileSync(state, "utf8"))?.[1] : undefined;
}

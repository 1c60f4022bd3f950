import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
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
  const ofFile = saltOfFile(project, stack);
  if (ofFile !== undefined) return ofFile;
  const state = join(stateFolder(env), "stacks", project.name, `${fileName(stack)}.json`);
  return IN_STATE.exec(stateText(state))?.[1];
}

/** The `encryptionsalt` of a stack's file, whatever its backend is. */
export function saltOfFile(project: Project, stack: string): string | undefined {
  for (const extension of ["yaml", "yml"]) {
    const file = join(project.stacksFolder, `Pulumi.${fileName(stack)}.${extension}`);
    if (!existsSync(file)) continue;
    const { encryptionsalt: salt } = readYaml(readFileSync(file, "utf8"), file, "KECS1008");
    if (typeof salt === "string" && salt !== "") return salt;
  }
  return undefined;
}

/** A state, which Pulumi compresses where PULUMI_DIY_BACKEND_GZIP is set; empty where there is none. */
function stateText(file: string): string {
  if (existsSync(file)) return readFileSync(file, "utf8");
  try {
    return gunzipSync(readFileSync(`${file}.gz`)).toString();
  } catch {
    // Pulumi reports a state that it cannot read better than KECS would.
    return "";
  }
}

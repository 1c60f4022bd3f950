import { tooOld } from "../../../cluster/preflight/tools";
import { failedBy, ok, type Check, type Verdict } from "../check";

/** The oldest Node.js that KECS runs on, as package.json has it. */
export const MIN_NODE = "20.19.0";

export function judgeNode(version: string): Verdict {
  const [issue] = tooOld("node", "Node.js", version, MIN_NODE, "KECS2005");
  return issue === undefined ? ok(version) : failedBy(issue);
}

export const node: Check = {
  name: "node",
  look: () => Promise.resolve(judgeNode(process.versions.node)),
};

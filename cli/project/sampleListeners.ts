import { chooseSlot } from "../../core/ports/localPort";
import { planPorts } from "../../core/ports/plan";
import { instanceSettings } from "../../cluster/machine/settings";
import type { Issue } from "../../core/validate";
import type { StackConfig } from "../../components/stack/stackConfig";

const PATH = "kecs:sampleListeners";

/** Listeners of the sample that have no local port: this takes no look at the machine. */
export function validateSampleListeners({ instance, sample }: StackConfig): Issue[] {
  if (!sample.enabled) return [];
  const plan = planPorts(instanceSettings(instance));
  return sample.listeners.flatMap((port) => {
    const choice = chooseSlot(plan, { port }, PATH);
    return "issue" in choice ? [{ ...choice.issue, path: PATH }] : [];
  });
}

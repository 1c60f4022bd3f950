import { chooseSlot } from "../../components/instance/ports/localPort";
import { planPorts } from "../../components/instance/ports/plan";
import { instanceSettings } from "../../components/instance/settings";
import type { Issue } from "../../components/internal/errors";
import type { StackConfig } from "../../components/stackConfig/stackConfig";

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

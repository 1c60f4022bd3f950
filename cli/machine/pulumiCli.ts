import { KecsError, problem } from "../../core/validate";
import { loadAutomation } from "../engine/automation";

/** Installs the Pulumi CLI that belongs to the package's SDK. */
export async function installPulumi(root: string): Promise<void> {
  const { PulumiCommand } = loadAutomation();
  try {
    await PulumiCommand.install({ root });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new KecsError(
      [
        problem(
          "KECS2004",
          "pulumi",
          `the Pulumi CLI could not be installed: ${reason}`,
          "install it yourself: curl -fsSL https://get.pulumi.com | sh",
        ),
      ],
      { cause },
    );
  }
}

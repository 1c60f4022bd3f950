import { KecsError } from "../../core/validate";
import type { Context } from "../command";
import { deploy, type Deployed } from "./deploy";
import type { SelectedStack } from "../project/selectedStack";

/**
 * Deploys; and where an update finds that something is gone which Pulumi's state still holds, looks at
 * every object and makes again what is gone.
 */
export async function deployOrRestore(
  context: Context,
  selected: SelectedStack,
): Promise<Deployed> {
  try {
    return await deploy(context, selected);
  } catch (error) {
    if (!isGone(error)) throw error;
    context.console.progress.note("objects are missing in the cluster: looking for them");
    return { ...(await deploy(context, selected, true)), changed: true };
  }
}

/** Whether all that went wrong is that something is gone; warnings are reported along with it. */
function isGone(error: unknown): boolean {
  if (!KecsError.is(error)) return false;
  const errors = error.issues.filter(({ severity }) => severity === "error");
  return errors.length > 0 && errors.every(({ code }) => code === "KECS3012");
}

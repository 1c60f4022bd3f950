import type * as Automation from "@pulumi/pulumi/automation";

/**
 * Pulumi's Automation API, loaded when it is needed: that takes longer than to find out that a
 * port is taken.
 */
export function loadAutomation(): typeof Automation {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded late, see above
  return require("@pulumi/pulumi/automation") as typeof Automation;
}

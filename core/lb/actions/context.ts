import type { TargetGroup } from "../model";

/** What is known of an action's surroundings; each part may be unknown. */
export interface ActionContext {
  readonly listener?: { readonly protocol: "HTTP" | "HTTPS"; readonly port: number };
  /** The target group behind an ARN. */
  readonly groupOf?: (arn: string) => TargetGroup | undefined;
  /** Whether `groupOf` knows every target group that there is. */
  readonly groupsAreComplete?: boolean;
}

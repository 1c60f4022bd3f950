interface Deployments {
  readonly status?: string;
  readonly runningCount?: number;
  readonly desiredCount?: number;
  readonly deployments?: readonly unknown[];
}

interface Described {
  readonly services?: readonly Deployments[];
  readonly tasks?: readonly { readonly lastStatus?: string; readonly desiredStatus?: string }[];
  readonly TargetHealthDescriptions?: readonly {
    readonly TargetHealth?: { readonly State?: string };
  }[];
}

/**
 * Whether what AWS's waiters look at will stay as it is described, so that an answer a moment later says
 * nothing else.
 */
export function isSettled(output: object): boolean {
  const { services = [], tasks = [], TargetHealthDescriptions } = output as Described;
  return (
    services.every(
      ({ status, runningCount, desiredCount, deployments = [] }) =>
        status === "INACTIVE" || (deployments.length === 1 && runningCount === desiredCount),
    ) &&
    tasks.every(({ lastStatus, desiredStatus }) => lastStatus === desiredStatus) &&
    (TargetHealthDescriptions === undefined ||
      (TargetHealthDescriptions.length > 0 &&
        TargetHealthDescriptions.every(
          ({ TargetHealth: { State } = {} }) => State === "healthy" || State === "unused",
        )))
  );
}

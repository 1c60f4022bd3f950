import type { Issue } from "../../validate";
import type { EcsServiceValues } from "./values/service";

/** What has no effect here though it decides what happens on AWS, and what happens instead. */
const INSTEAD = {
  networkConfiguration: "all tasks are in the instance's own network",
  launchType: "all tasks run on the instance's nodes",
  capacityProviderStrategies: "all tasks run on the instance's nodes",
  platformVersion: "all tasks run on the instance's nodes",
  orderedPlacementStrategies: "Kubernetes places the tasks",
  placementConstraints: "Kubernetes places the tasks",
  alarms: "deployments heed no alarms",
  volumeConfiguration: "there are no EBS volumes",
  iamRole: "nothing asks for a role",
} as const satisfies Partial<Record<keyof EcsServiceValues, string>>;

/** One warning of all that is accepted and has no effect; none where there is nothing of it. */
export function withoutEffect(values: EcsServiceValues, path: string): Issue[] {
  const told = Object.entries(INSTEAD).filter(
    ([field]) => field in values && isTold(values, field),
  );
  const clauses = told.map(([field, instead]) => `${field} (${instead})`);
  if (values.triggers !== undefined && values.forceNewDeployment !== true) {
    clauses.push("triggers (forceNewDeployment is not true, as on AWS)");
  }
  if (clauses.length === 0) return [];
  return [
    {
      code: "KECS1023",
      path,
      message: `without effect here: ${clauses.join(", ")}`,
      severity: "warning",
    },
  ];
}

function isTold(values: EcsServiceValues, field: string): boolean {
  return (values as unknown as Readonly<Record<string, unknown>>)[field] !== undefined;
}

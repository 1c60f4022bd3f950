import type { RunTaskRequest } from "@aws-sdk/client-ecs";
import { invalid, unsupported } from "../refuse";

const MOST_TASKS = 10;
const STARTED_BY = /^[-_/\w]{1,128}$/;

/** Refuses what AWS refuses whatever the instance has, and what no instance has. */
export function refuseRunFields(request: RunTaskRequest): void {
  const { count = 1, startedBy, launchType, capacityProviderStrategy = [] } = request;
  if (!Number.isInteger(count) || count < 1 || count > MOST_TASKS) {
    throw invalid(`count must be between 1 and ${MOST_TASKS}.`);
  }
  if (startedBy !== undefined && !STARTED_BY.test(startedBy)) {
    throw invalid(
      "startedBy can have up to 128 letters, digits, hyphens, underscores and forward slashes.",
    );
  }
  if (launchType !== undefined && capacityProviderStrategy.length > 0) {
    throw invalid(
      "Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.",
    );
  }
  if (launchType === "EXTERNAL") {
    throw unsupported(
      "launchType: EXTERNAL is not available in KECS, which has no container instances. Use FARGATE or EC2.",
    );
  }
  for (const field of ["placementConstraints", "placementStrategy"] as const) {
    if ((request[field] ?? []).length > 0) {
      throw unsupported(`${field}: KECS has no container instances to choose from. Leave it out.`);
    }
  }
  if (request.propagateTags === "SERVICE") {
    throw invalid("propagateTags can be TASK_DEFINITION or NONE for a task that has no service.");
  }
}

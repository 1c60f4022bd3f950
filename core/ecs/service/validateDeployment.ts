import { validateBounds } from "../../awsNames";
import { problem, type Issue } from "../../validate";
import { isStuck, deploymentConfiguration } from "./deploymentConfiguration";
import { desiredCountOf, percentOf, timeoutOf } from "./defaults";
import type { EcsServiceValues } from "./values/service";

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html */
const DESIRED_COUNT = [0, 1000] as const;
const MINIMUM_PERCENT = [0, 100] as const;
const MAXIMUM_PERCENT = [100, 2_147_483_647] as const;
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html */
const GRACE_PERIOD = [0, 2_147_483_647] as const;
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html */
const BASE = [0, 100_000] as const;
const WEIGHT = [0, 1000] as const;
const TIMEOUT = [1, 86_400] as const;
/** Kubernetes wants less than the 600 seconds that it gives a deployment to get on. */
const SETTLING = [0, 599] as const;

/** Every problem of how many tasks there are to be, and of how they are replaced. */
export function validateDeployment(values: EcsServiceValues, path: string): Issue[] {
  const at = (field: string): string => `${path}.${field}`;
  const issues = [
    ...validateBounds(values.desiredCount, DESIRED_COUNT, at("desiredCount")),
    ...validateBounds(
      values.deploymentMinimumHealthyPercent,
      MINIMUM_PERCENT,
      at("deploymentMinimumHealthyPercent"),
    ),
    ...validateBounds(
      values.deploymentMaximumPercent,
      MAXIMUM_PERCENT,
      at("deploymentMaximumPercent"),
    ),
    ...validateBounds(
      values.healthCheckGracePeriodSeconds,
      GRACE_PERIOD,
      at("healthCheckGracePeriodSeconds"),
      "seconds",
    ),
    ...validateBounds(values.steadyStateTimeout, TIMEOUT, at("steadyStateTimeout"), "seconds"),
    ...validateBounds(values.settlingSeconds, SETTLING, at("settlingSeconds"), "seconds"),
    ...validateSettling(values, path),
    ...(values.capacityProviderStrategies ?? []).flatMap(({ base, weight }, i) => [
      ...validateBounds(base, BASE, at(`capacityProviderStrategies[${i}].base`)),
      ...validateBounds(weight, WEIGHT, at(`capacityProviderStrategies[${i}].weight`)),
    ]),
    ...validateKinds(values, path),
  ];
  return issues.length > 0 ? issues : validatePercent(values, path);
}

/** A service whose time is over before its tasks count could never be steady. */
function validateSettling(values: EcsServiceValues, path: string): Issue[] {
  const { settlingSeconds: settling } = values;
  const timeout = timeoutOf(values);
  if (settling === undefined || settling < timeout) return [];
  return [
    problem(
      "KECS1015",
      `${path}.settlingSeconds`,
      `"${settling}" seconds are not less than steadyStateTimeout, "${timeout}"`,
      "make it smaller, or raise steadyStateTimeout",
    ),
  ];
}

function validatePercent(values: EcsServiceValues, path: string): Issue[] {
  const count = desiredCountOf(values);
  const percent = percentOf(values);
  if (!isStuck(count, deploymentConfiguration(count, percent))) return [];
  const { minimumHealthy, maximum } = percent;
  return [
    problem(
      "KECS1015",
      `${path}.deploymentMaximumPercent`,
      `with "${count}" tasks, at least "${minimumHealthy}" and at most "${maximum}" percent of them, a deployment could neither stop a task nor start one`,
      "raise deploymentMaximumPercent, or lower deploymentMinimumHealthyPercent",
    ),
  ];
}

function validateKinds(values: EcsServiceValues, path: string): Issue[] {
  const only = (given: string | undefined, available: string, field: string): Issue[] =>
    given === undefined || given === available
      ? []
      : [
          problem(
            "KECS1013",
            `${path}.${field}`,
            `"${given}" is not available here`,
            `use "${available}", or leave it out`,
          ),
        ];
  return [
    ...only(values.schedulingStrategy, "REPLICA", "schedulingStrategy"),
    ...only(values.deploymentController?.type, "ECS", "deploymentController.type"),
    ...only(
      values.deploymentConfiguration?.strategy,
      "ROLLING",
      "deploymentConfiguration.strategy",
    ),
  ];
}

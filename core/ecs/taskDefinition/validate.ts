import { validateName } from "../../awsNames";
import { isSound, type Issue } from "../../validate";
import { checkFields } from "../../support/fieldCheck";
import { withoutNulls } from "../../support/fieldWalk";
import { nestingIssues } from "../../support/nesting";
import { refuseFields, warnOfFields } from "../../support/fieldTreatment";
import { oneOf } from "../../validate/oneOf";
import type { PortRange } from "../../ports/range";
import { redactor } from "../../text/redact";
import type { WithSecrets } from "../../withSecrets";
import { TASK_FIELDS } from "./fields/task";
import { validateContainers, warnOfOptional } from "./validate/containers";
import { validateDependencies } from "./validate/dependencies";
import { validateEnvironment } from "./validate/environment";
import { validateFirelens } from "./validate/firelens";
import { validateHealthCheck } from "./validate/health";
import { isBridged, isForFargate, validateLaunchType } from "./validate/launchType";
import { validateLinks, validateLinux } from "./validate/linux";
import { validateMounts } from "./validate/mounts";
import { sharedHostPorts, warnOfHostPorts, withoutHostPorts } from "./validate/hostPorts";
import { validatePorts } from "./validate/ports";
import { refuseShownSecrets, secretTexts, warnOfWholeSecrets } from "./validate/secrecy";
import { validateSizes } from "./validate/sizes";
import { validateVolumes } from "./validate/volumes";
import type { TaskDefinitionValues } from "./values/taskDefinition";

const LAUNCH_TYPES = ["EC2", "FARGATE", "EXTERNAL", "MANAGED_INSTANCES"];

/**
 * Every problem of a task definition's arguments, of which nothing is known: JSON may have brought
 * anything. Rules are asked once every field has the kind of value that they expect; null counts as
 * not given.
 *
 * @param range the local ports to which host ports may lead, where the instance has any
 */
export function validateTaskDefinition(
  of: WithSecrets<TaskDefinitionValues>,
  path: string,
  range?: PortRange,
): Issue[] {
  const nested = nestingIssues(of.value, path, () => false);
  if (nested.length > 0) return nested;
  const given = { ...of, value: withoutNulls(of.value) as TaskDefinitionValues };
  const { unknown, misshapen } = checkFields(TASK_FIELDS, withoutConnection(given.value), path, {
    of: "a task definition",
  });
  const issues = [
    ...unknown,
    ...misshapen,
    ...(misshapen.length > 0 ? [] : rules(given, path, range)),
  ];
  if (issues.length === 0) return [];
  const hide = redactor(secretTexts(given));
  return issues.map((issue) => ({
    ...issue,
    message: hide(issue.message),
    ...(issue.hint === undefined ? {} : { hint: hide(issue.hint) }),
  }));
}

function rules(
  of: WithSecrets<TaskDefinitionValues>,
  path: string,
  range: PortRange | undefined,
): Issue[] {
  const { value: values } = of;
  const { containerDefinitions: containers, volumes = [] } = values;
  const below = `${path}.containerDefinitions`;
  const each = containers.flatMap((container, i) => [
    ...validateEnvironment(container, values.secretValues ?? {}, `${below}[${i}]`),
    ...validateHealthCheck(container.healthCheck, `${below}[${i}].healthCheck`),
    ...validateLinux(container, `${below}[${i}]`),
  ]);
  const volumeNames = volumes.map(({ name }) => name);
  const issues = [
    ...validateName("ecs", values.family, `${path}.family`),
    ...validateContainers(containers, isForFargate(values), below),
    ...each,
    ...validatePorts(containers, isBridged(values), below),
    ...sharedHostPorts(values, range, below),
    ...validateDependencies(containers, below),
    ...validateFirelens(containers, values.secretValues ?? {}, below),
    ...validateLinks(containers, below),
    ...validateMounts(containers, volumeNames, below),
    ...validateVolumes(volumes, `${path}.volumes`),
    ...validateSizes(values, path),
    ...validateModes(values, path),
    ...validateLaunchType(values, path),
    ...warnOfOptional(containers, below),
    ...refuseFields(TASK_FIELDS, { ...values }, path),
    ...refuseShownSecrets(of, path),
  ];
  return isSound(issues)
    ? [
        ...issues,
        ...warnOfFields(
          TASK_FIELDS,
          withoutHostPorts(values, () => true),
          path,
        ),
        ...warnOfHostPorts(values, isBridged(values), range, below),
        ...warnOfWholeSecrets(of, path),
      ]
    : issues.filter(({ severity }) => severity === "error");
}

function validateModes(values: TaskDefinitionValues, path: string): Issue[] {
  const { requiresCompatibilities = [], runtimePlatform: platform } = values;
  return [
    ...oneOf(values.networkMode, ["awsvpc", "bridge", "host", "none"], `${path}.networkMode`),
    ...oneOf(values.ipcMode, ["task", "none", "host"], `${path}.ipcMode`),
    ...oneOf(values.pidMode, ["task", "host"], `${path}.pidMode`),
    ...oneOf(
      platform?.cpuArchitecture,
      ["X86_64", "ARM64"],
      `${path}.runtimePlatform.cpuArchitecture`,
    ),
    ...requiresCompatibilities.flatMap((launchType, i) =>
      oneOf(launchType, LAUNCH_TYPES, `${path}.requiresCompatibilities[${i}]`),
    ),
  ];
}

/** The connection is no field of AWS. */
function withoutConnection(values: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== "connection"));
}

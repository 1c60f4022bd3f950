import { problem, type Issue } from "../../../validate";
import { givenFields, isObject } from "../../../support/fieldWalk";
import { isWithin } from "../../../paths";
import type { WithSecrets } from "../../../withSecrets";
import { TASK_FIELDS } from "../fields/task";
import type { TaskDefinitionValues } from "../values/taskDefinition";

/** Where a secret is kept: values of the environment, and what they lie in. */
const KEPT = [
  /^$/,
  /^secretValues\b/,
  /^containerDefinitions(\[\d+\](\.environment(\[\d+\](\.value)?)?)?)?$/,
];
const LOG_OPTION = /\.logConfiguration\.options\b/;
/** Secret inputs as a whole: what is beside the values of the environment is not kept. */
const WHOLE = /^(containerDefinitions(\[\d+\])?)?$/;

/** Secret inputs where everybody who may see the task would see them. */
export function refuseShownSecrets(of: WithSecrets<TaskDefinitionValues>, path: string): Issue[] {
  const ignored = givenFields(TASK_FIELDS, { ...of.value })
    .filter(({ rows }) => rows.every(({ treatment }) => treatment === "ignored"))
    .map((field) => field.path);
  return [...new Set(of.secrets)]
    .filter((secret) => !KEPT.some((form) => form.test(secret)) && !isWithin(secret, ignored))
    .filter((secret) => secret !== "connection")
    .map((secret) =>
      problem(
        "KECS1013",
        `${path}.${secret}`,
        "is secret, but only values of environment and secretValues are kept secret here",
        LOG_OPTION.test(secret)
          ? "put it into secretValues, and name it in secretOptions; or pass it with pulumi.unsecret"
          : "put it into environment and let the program read it there, or pass it with pulumi.unsecret",
      ),
    );
}

/** A warning where nobody can tell which part of a whole is the secret one. */
export function warnOfWholeSecrets(of: WithSecrets<TaskDefinitionValues>, path: string): Issue[] {
  const wholes = [...new Set(of.secrets)].filter((secret) => WHOLE.test(secret));
  return wholes.map((secret) => ({
    ...problem(
      "KECS1023",
      `${path}.${secret}`,
      "is secret as a whole: the values of environment are kept secret, everything else is not",
      "mark only the secret values as secret, and put them into environment",
    ),
    severity: "warning" as const,
  }));
}

/** Every text that no message may show. */
export function secretTexts(of: WithSecrets<object>): string[] {
  const roots = [...of.secrets, "secretValues"];
  const walk = (value: unknown, path: string): string[] => {
    if (typeof value === "string") return isWithin(path, roots) ? [value] : [];
    if (Array.isArray(value)) return value.flatMap((item, i) => walk(item, `${path}[${i}]`));
    if (!isObject(value)) return [];
    return Object.entries(value).flatMap(([key, item]) =>
      walk(item, path === "" ? key : `${path}.${key}`),
    );
  };
  return walk(of.value, "");
}

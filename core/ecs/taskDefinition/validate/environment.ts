import { problem, type Issue } from "../../../validate";
import { secretValue } from "../secretValue";
import type { ContainerValues } from "../values/container";

/** What Kubernetes takes: printable ASCII without "=". */
const NAME = /^[ -<>-~]+$/;

/** The variables of a container; `values` are those of its secrets. */
export function validateEnvironment(
  container: ContainerValues,
  values: Readonly<Record<string, string>>,
  path: string,
): Issue[] {
  const variables = [
    ...(container.environment ?? []).map(({ name }, i) => ({ name, at: `environment[${i}]` })),
    ...(container.secrets ?? []).map(({ name }, i) => ({ name, at: `secrets[${i}]` })),
  ];
  const names = variables.map(({ name }) => name);
  return [
    ...variables.flatMap(({ name, at }, i) => [
      ...validateName(name, `${path}.${at}.name`),
      ...(names.indexOf(name) === i
        ? []
        : [
            problem(
              "KECS1015",
              `${path}.${at}.name`,
              `the variable "${name}" is given twice`,
              "leave one of them out",
            ),
          ]),
    ]),
    ...(container.environment ?? []).flatMap(({ name, value }, i) =>
      validateValue(name, value, `${path}.environment[${i}].value`),
    ),
    ...(container.secrets ?? []).flatMap(({ valueFrom }, i) => {
      const found = secretValue(valueFrom, values);
      return "value" in found
        ? []
        : [
            problem(
              "KECS1009",
              `${path}.secrets[${i}].valueFrom`,
              found.missing,
              "add the value to the task definition's secretValues, under this valueFrom",
            ),
          ];
    }),
  ];
}

function validateName(name: string, path: string): Issue[] {
  return NAME.test(name)
    ? []
    : [
        problem(
          "KECS1001",
          path,
          `"${name}" is not the name of an environment variable`,
          "use letters, digits and underscores",
        ),
      ];
}

function validateValue(name: string, value: string | undefined, path: string): Issue[] {
  if (value === undefined) {
    const message = `is missing: as on ECS, the container gets no variable "${name}"`;
    const hint = 'give it a value, which may be "", or leave the variable out';
    return [{ ...problem("KECS1023", path, message, hint), severity: "warning" }];
  }
  return value.includes("\0")
    ? [
        problem(
          "KECS1008",
          path,
          "contains a NUL character, which an environment variable cannot contain",
          "leave it out",
        ),
      ]
    : [];
}

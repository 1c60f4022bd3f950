import { recordedTask } from "../../core/ecs/taskDefinition/recorded";
import type { TaskModel } from "../../core/ecs/pod/model";
import type { ObjectRecord } from "../../core/records/records";
import { closest } from "../../core/text/closest";
import { KecsError, problem } from "../../core/validate";

const PREFIX = /^arn:[^:]+:ecs:[^:]*:[^:]*:task-definition\//;

/**
 * The task definition that a command line names: a family, of which it is the newest revision,
 * `family:revision` or an ARN.
 */
export function selectDefinition(records: readonly ObjectRecord[], name: string): TaskModel {
  const [family = "", revision] = name.replace(PREFIX, "").split(":");
  const all = records.filter(
    ({ kind, attributes: { status = "ACTIVE" } }) => kind === "td" && status === "ACTIVE",
  );
  const [found] = all
    .filter(
      ({ attributes }) =>
        attributes["family"] === family &&
        (revision === undefined || String(attributes["revision"]) === revision),
    )
    .sort((a, b) => Number(b.attributes["revision"]) - Number(a.attributes["revision"]));
  if (found === undefined) {
    const families = [...new Set(all.map(({ attributes }) => String(attributes["family"])))].sort();
    throw notThere("task definition", name, families, closest(family, families));
  }
  const task = recordedTask(found);
  if (task !== undefined) return task;
  throw new KecsError([
    problem(
      "KECS1016",
      name,
      "an earlier version of KECS made the task definition",
      `update the stack "${found.stack}" with this version: pulumi up`,
    ),
  ]);
}

/** The ECS cluster that a command line names, else the only one, else the one called default. */
export function selectCluster(records: readonly ObjectRecord[], name: string | undefined): string {
  const names = records
    .filter(({ kind, attributes: { status = "ACTIVE" } }) => {
      return kind === "cluster" && status === "ACTIVE";
    })
    .map(({ attributes }) => String(attributes["name"]))
    .sort();
  const [only] = names;
  if (name === undefined && only !== undefined && names.length === 1) return only;
  const wanted = name ?? "default";
  if (names.includes(wanted)) return wanted;
  if (name === undefined && names.length > 1) {
    throw new KecsError([
      problem(
        "KECS4007",
        "--cluster",
        "there are several clusters",
        `name one: ${names.join(", ")}`,
      ),
    ]);
  }
  throw notThere("cluster", wanted, names, closest(wanted, names));
}

/** The error of something that the instance does not have. */
export function notThere(
  what: string,
  name: string,
  all: readonly string[],
  near: string | undefined,
): KecsError {
  const list = all.length === 0 ? "there is none" : `there are ${all.join(", ")}`;
  const hint = near === undefined ? list : `did you mean ${near}? ${list}`;
  return new KecsError([problem("KECS4007", "", `there is no ${what} "${name}"`, hint)]);
}

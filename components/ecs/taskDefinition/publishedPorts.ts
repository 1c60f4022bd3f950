import type { Published } from "../../../core/ecs/pod/endpoints";
import { opensHostPorts } from "../../../core/ecs/taskDefinition/hostPorts";
import { isObject } from "../../../core/support/fieldWalk";
import { plainOutermost, plainValue } from "../../inputs/inputs";
import type { TaskDefinitionArgs } from "./args";

/**
 * The ports of a task definition's containers, before anything resolves: they decide which resources a
 * service has. Undefined where one is not a plain value. What is no port is refused later.
 */
export function publishedPorts({
  containerDefinitions,
  networkMode,
}: TaskDefinitionArgs): Published[] | undefined {
  if (!opensHostPorts(plainValue<string | undefined>(networkMode))) return [];
  const list = plainOutermost(containerDefinitions);
  if (!Array.isArray(list)) return undefined;
  const all: Published[] = [];
  for (const each of list as unknown[]) {
    const item = plainOutermost(each);
    if (!isObject(item)) return undefined;
    const name = plainValue<string>(item["name"]);
    const mappings = plainValue<unknown>(item["portMappings"] ?? []);
    if (name === undefined || !Array.isArray(mappings)) return undefined;
    all.push({ name, ports: mappings.filter(isObject).flatMap(portOf) });
  }
  return all;
}

function portOf({
  containerPort,
  hostPort,
  protocol,
}: Readonly<Record<string, unknown>>): Published["ports"] {
  if (typeof containerPort !== "number") return [];
  return [
    {
      containerPort,
      protocol: protocol === "udp" ? "udp" : "tcp",
      ...(typeof hostPort === "number" && hostPort !== 0 ? { hostPort } : {}),
    },
  ];
}

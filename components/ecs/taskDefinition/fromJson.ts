import * as pulumi from "@pulumi/pulumi";
import { KecsError, problem } from "../../../core/validate";
import { withPlainValue, plainValue } from "../../inputs/inputs";
import { jsonPosition } from "../../../core/validate/jsonPosition";
import { parseJson } from "../../../core/validate/parseJson";
import { refuse } from "../../controlPlane/program";
import type { ContainerDefinitionArgs } from "./args";

/**
 * The containers of a task definition that is written for AWS, where `containerDefinitions` is a
 * JSON text with the names of ECS's API. What is in them is checked by the TaskDefinition.
 *
 * @example
 * new TaskDefinition("web", {
 *   connection: instance.connection,
 *   containerDefinitions: containerDefinitionsFromJson(JSON.stringify([
 *     { name: "web", image: "nginx:1.27", portMappings: [{ containerPort: 80 }] },
 *   ])),
 * }, instance.options);
 */
export function containerDefinitionsFromJson(
  json: pulumi.Input<string>,
): pulumi.Output<ContainerDefinitionArgs[]> {
  const plain = plainValue<string>(json);
  const now = plain === undefined ? undefined : parse(plain);
  return withPlainValue(pulumi.output(json).apply(parse), now);
}

function parse(text: string): ContainerDefinitionArgs[] {
  let content: unknown;
  try {
    content = parseJson(text, "");
  } catch {
    // The error's own message quotes the text, which can be secret.
    const at = jsonPosition(text);
    throw mistake(
      `the text is not valid JSON from line ${at?.line ?? 1}, column ${at?.column ?? 1} on`,
    );
  }
  if (!Array.isArray(content)) throw mistake("the JSON is not a list of containers");
  return content as ContainerDefinitionArgs[];
}

function mistake(message: string): Error {
  const path = "containerDefinitionsFromJson";
  const hint = 'pass the JSON text as for AWS: [{ "name": "web", "image": "nginx:1.27" }]';
  return refuse(new KecsError([problem("KECS1024", path, message, hint)]));
}

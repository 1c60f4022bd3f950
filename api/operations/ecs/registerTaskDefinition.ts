import type {
  RegisterTaskDefinitionRequest,
  RegisterTaskDefinitionResponse,
} from "@aws-sdk/client-ecs";
import { taskDefinitionArn } from "../../../core/arn";
import { FIRELENS_DRIVER } from "../../../core/ecs/pod/firelens/routing";
import { taskDefinitionRecord } from "../../../core/ecs/taskDefinition/manifests";
import { taskModel } from "../../../core/ecs/taskDefinition/model";
import { validateTaskDefinition } from "../../../core/ecs/taskDefinition/validate";
import { rangeOf } from "../../../core/ports/range";
import { AwsError, throwIfRefused } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import type { AwsObject, World } from "../../world/world";
import { statusOf } from "./find/lifetime";
import { isInUse } from "./find/uses";
import { asJson, without } from "./put";
import { revisionOf, revisionsOf } from "./find/taskDefinitions";
import { describedDefinition } from "./shapes/definition";
import { definitionValues } from "./shapes/definitionValues";
import { validateHostFolders } from "./shapes/hostFolders";
import { refuseDefinitionStrictly } from "./shapes/strictRefusals";
import { tagList, tagsOf } from "./shapes/tags";

const CODE = "ClientException";
/** Kubernetes takes a record up to 1 MiB. */
const MOST_BYTES = 1_000_000;

export const registerTaskDefinition: Operation<
  RegisterTaskDefinitionRequest,
  RegisterTaskDefinitionResponse
> = (request, world) => {
  const input = withoutUnset(request);
  refuseSecrets(input);
  refuseDefinitionStrictly(input, world);
  const value = definitionValues(input);
  throwIfRefused(
    validateTaskDefinition({ value, secrets: [] }, PLACE, rangeOf(world.connection)),
    CODE,
  );
  const earlier = revisionsOf(world, value.family);
  const revision = Math.max(0, ...earlier.map(revisionOf)) + 1;
  const arn = taskDefinitionArn(world.connection, value.family, revision);
  const model = taskModel({ value, secrets: [] }, arn, revision);
  throwIfRefused(validateHostFolders(model.volumes, world.connection, `${PLACE}.volumes`), CODE);
  const object: AwsObject = {
    ...asJson(taskDefinitionRecord(model, value.tags ?? {})),
    kind: "td",
    echo: without(input, "tags"),
    createdAt: world.now,
    owner: "api",
    stack: "",
  };
  refuseLarge(object);
  return {
    output: { taskDefinition: describedDefinition(object), tags: tagList(tagsOf(object)) },
    changes: [{ kind: "put", object }, ...forgotten(world, earlier)],
  };
};

const PLACE = "RegisterTaskDefinition";

/** ECS leaves out variables that have no value; an empty text is one. */
function withoutUnset(request: RegisterTaskDefinitionRequest): RegisterTaskDefinitionRequest {
  return {
    ...request,
    containerDefinitions: request.containerDefinitions?.map(({ environment, ...container }) => ({
      ...container,
      ...(environment === undefined
        ? {}
        : { environment: environment.filter(({ value }) => value !== undefined) }),
    })),
  };
}

/** A deleted revision is kept only for as long as it is the newest, so that none gets its number. */
function forgotten(world: World, earlier: readonly AwsObject[]) {
  return earlier
    .filter(
      (definition) => statusOf(definition) === "DELETE_IN_PROGRESS" && !isInUse(world, definition),
    )
    .map(({ key }) => ({ kind: "remove" as const, key }));
}

function refuseSecrets({ containerDefinitions = [] }: RegisterTaskDefinitionRequest): void {
  for (const [i, { secrets = [], logConfiguration: log }] of containerDefinitions.entries()) {
    const fields: readonly [field: string, place: string, given: readonly unknown[]][] = [
      ["secrets", "environment", secrets],
      [
        "logConfiguration.secretOptions",
        "options",
        log?.logDriver === FIRELENS_DRIVER ? (log.secretOptions ?? []) : [],
      ],
    ];
    for (const [field, place, given] of fields) {
      if (given.length === 0) continue;
      throw new AwsError(
        CODE,
        `${PLACE}.containerDefinitions[${i}].${field}: KECS has no values of Secrets Manager or Parameter Store. Put the values into ${place}, or make the task definition with a TaskDefinition of Pulumi, which takes secretValues.`,
      );
    }
  }
}

function refuseLarge({ attributes, echo }: AwsObject): void {
  const bytes = Buffer.byteLength(JSON.stringify({ attributes, echo }));
  if (bytes > MOST_BYTES) {
    throw new AwsError(
      CODE,
      `${PLACE}: the task definition is too long for a record of the instance (${bytes} bytes of at most ${MOST_BYTES}). AWS takes at most 65536 bytes.`,
    );
  }
}

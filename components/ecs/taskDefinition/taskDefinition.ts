import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { taskDefinitionArn } from "../../../core/arn";
import { claimArn } from "../../controlPlane/claims";
import { isSound, type Issue } from "../../../core/validate";
import { validateHostVolumes } from "../../../cluster/machine/hostPaths";
import { hostPathsOf } from "../../controlPlane/instances";
import {
  dependingOn,
  mapInput,
  pick,
  withPlainValue,
  plainValue,
  withDefault,
} from "../../inputs/inputs";
import { refuseNested, validated } from "../../base/validated";
import { withoutNulls } from "../../../core/support/fieldWalk";
import type { TaskDefinitionEntry } from "../../controlPlane/entries";
import {
  registerPublishedPorts,
  registerTaskDefinition,
  registerTaskDefinitionContent,
} from "../../controlPlane/taskDefinitions";
import { stackOfProgram } from "../../controlPlane/stackOfProgram";
import { rangeOf } from "../../../core/ports/range";
import { recordManifest, recordMetadata } from "../../../core/records/manifest";
import { resolveWithSecrets } from "../../inputs/resolveWithSecrets";
import type { WithSecrets } from "../../../core/withSecrets";
import { InstanceComponent } from "../../base/instanceComponent";
import { fieldOf } from "../../base/givenArguments";
import type { Connection } from "../../../core/connection";
import type { TaskDefinitionArgs } from "./args";
import {
  secretData,
  secretManifest,
  taskDefinitionKey,
  taskDefinitionRecord,
} from "../../../core/ecs/taskDefinition/manifests";
import { REVISION, taskModel } from "../../../core/ecs/taskDefinition/model";
import { mayHoldSecrets } from "./mayHoldSecrets";
import { publishedPorts } from "./publishedPorts";
import { secretVariables } from "../../../core/ecs/taskDefinition/secrets";
import { validateTaskDefinition } from "../../../core/ecs/taskDefinition/validate";
import type { TaskDefinitionValues } from "../../../core/ecs/taskDefinition/values/taskDefinition";
import { volumeModel } from "../../../core/ecs/taskDefinition/volumeModel";

type Resolved = WithSecrets<TaskDefinitionValues & { readonly connection: Connection }>;

/** What identifies a task definition. */
type Identity = Pick<Resolved["value"], "connection" | "family">;

/**
 * A task definition: the containers that services and tasks run.
 *
 * @example
 * const task = new TaskDefinition("web", {
 *   connection: instance.connection,
 *   containerDefinitions: [
 *     { name: "web", image: "nginx:1.27", portMappings: [{ containerPort: 80 }] },
 *   ],
 * }, instance.options);
 */
export class TaskDefinition extends InstanceComponent {
  /**
   * The task definition's ARN: deterministic, and so known in a preview.
   *
   * Locally: the revision is always 1.
   */
  readonly arn: pulumi.Output<string>;
  readonly family: pulumi.Output<string>;
  /** The real resources, for what KECS does not offer. */
  readonly nodes: {
    readonly record: k8s.core.v1.ConfigMap;
    /**
     * Has the values of `secrets` and the secret ones of `environment`; absent if there are
     * certainly none.
     */
    readonly secret?: k8s.core.v1.Secret;
  };

  constructor(name: string, args: TaskDefinitionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("kecs:ecs:TaskDefinition", name, fieldOf(args, "connection"), opts);
    const path = `TaskDefinition("${name}")`;
    refuseNested(args, path);
    const resolved = validated<Resolved>(
      resolve(name, args),
      (of) => {
        const issues = validateTaskDefinition(of, path, rangeOf(of.value.connection));
        return isSound(issues) ? [...issues, ...unshared(of, path)] : issues;
      },
      (of) => claimArn(arnOf(of), path, "family"),
    );
    const child = { parent: this };
    const identity = identify(name, args, resolved);
    const secret = mayHoldSecrets(args) ? secretObject(name, identity, resolved, child) : undefined;
    const content = mapInput(resolved, (of) => registerTaskDefinition(entryOf(of, secret)));
    const arn = mapInput(identity, (of) => registerTaskDefinitionContent(arnOf(of), content));
    const record = new k8s.core.v1.ConfigMap(
      `${name}-record`,
      {
        metadata: identity.apply(({ value }) =>
          recordMetadata(taskDefinitionKey({ family: value.family, revision: REVISION })),
        ),
        ...pick(
          resolved.apply((of) =>
            recordManifest(
              taskDefinitionRecord(taskModel(of, arnOf(of)), of.value.tags ?? {}),
              stackOfProgram(),
            ),
          ),
          "data",
        ),
      },
      child,
    );
    // The children wait for arguments that passed.
    const children = secret === undefined ? [record] : [record, secret];
    this.arn = dependingOn(arn, children);
    registerPublishedPorts(this.arn, publishedPorts(args));
    this.family = dependingOn(
      mapInput(identity, ({ value }) => value.family),
      children,
    );
    this.nodes = { record, ...(secret === undefined ? {} : { secret }) };
    this.registerOutputs({ arn: this.arn, family: this.family });
  }
}

/** Folders of this machine that the instance does not share. */
function unshared(of: Resolved, path: string): Issue[] {
  const volumes = (of.value.volumes ?? []).map(volumeModel);
  return validateHostVolumes(volumes, hostPathsOf(of.value.connection), `${path}.volumes`);
}

/** The arguments, at once where all of them are plain; then nothing in them is secret. */
function resolve(name: string, args: TaskDefinitionArgs): pulumi.Output<Resolved> {
  const given = { ...args, family: withDefault(args.family, name) };
  const plain = plainValue<Resolved["value"]>(given);
  const resolved = resolveWithSecrets<Resolved["value"]>(given).apply(tidy);
  return withPlainValue(
    resolved,
    plain === undefined ? undefined : tidy({ value: plain, secrets: [] }),
  );
}

function tidy(of: Resolved): Resolved {
  return { ...of, value: withoutNulls(of.value) as Resolved["value"] };
}

/**
 * What others know a task definition by, apart from what it says: a preview knows it where it does
 * not know an image. It is known at once only where all arguments are plain values, which are checked then.
 */
function identify(
  name: string,
  { connection, family }: TaskDefinitionArgs,
  resolved: pulumi.Output<Resolved>,
): pulumi.Output<WithSecrets<Identity>> {
  const identity = resolveWithSecrets<Identity>({ connection, family: withDefault(family, name) });
  return withPlainValue(identity, plainValue<Resolved>(resolved));
}

function arnOf({ value }: WithSecrets<Identity>): string {
  return taskDefinitionArn(value.connection, value.family, REVISION);
}

function secretObject(
  name: string,
  identity: pulumi.Output<WithSecrets<Identity>>,
  resolved: pulumi.Output<Resolved>,
  child: pulumi.CustomResourceOptions,
): k8s.core.v1.Secret {
  return new k8s.core.v1.Secret(
    `${name}-secrets`,
    {
      ...pick(
        identity.apply((of) => secretManifest(of.value.family)),
        "metadata",
      ),
      data: pulumi.secret(resolved.apply((of) => secretData(secretVariables(of)))),
    },
    child,
  );
}

function entryOf(of: Resolved, secret: k8s.core.v1.Secret | undefined): TaskDefinitionEntry {
  const variables = secretVariables(of);
  return {
    model: taskModel(of, arnOf(of)),
    secretsVersion:
      secret === undefined || variables.length === 0
        ? pulumi.output("")
        : pulumi.unsecret(secret.metadata.apply(({ resourceVersion }) => resourceVersion)),
    secretValues: [...new Set(variables.map(({ value }) => value))],
  };
}

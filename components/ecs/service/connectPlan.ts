import * as pulumi from "@pulumi/pulumi";
import { discoveryNamespaceArn, nameFromArn, serviceArn } from "../../../core/arn";
import { recordedDefaultNamespace } from "../../../core/ecs/cluster/record";
import { hasEnded, serviceAttributes } from "../../../core/ecs/service/record";
import type { ContainerModel } from "../../../core/ecs/pod/model";
import { clusterOf } from "../../../core/ecs/service/model";
import type { ResolvedService } from "../../../core/ecs/service/values/service";
import {
  aliasesOf,
  discoveryNameOf,
  type PlacedAlias,
} from "../../../core/ecs/serviceConnect/aliases";
import type { ConnectModel, ConnectNamespace } from "../../../core/ecs/serviceConnect/model";
import { validateResolvedAliases } from "../../../core/ecs/serviceConnect/validate";
import type { ServiceConnectConfigurationValues } from "../../../core/ecs/serviceConnect/values";
import type { ObjectRecord } from "../../../core/records/records";
import { KecsError, problem, type Issue } from "../../../core/validate";
import { findImported } from "../../base/imported";
import { isOwnStack } from "../../controlPlane/stackOfProgram";
import { claim } from "../../controlPlane/claims";
import { findCluster } from "../../controlPlane/clusters";
import { findNamespace } from "../../controlPlane/namespaces";
import { endOfProgram, refuse } from "../../controlPlane/program";
import { recordsOf } from "../../controlPlane/records";
import { findTaskDefinitionContent } from "../../controlPlane/taskDefinitions";

/** What Service Connect makes of a service, and when. */
export interface ConnectPlan {
  readonly model: ConnectModel;
  /**
   * The names that another service of the stack has and gives up in this update: until the tasks here
   * serve, clients go on to that one.
   */
  readonly takenOver: readonly string[];
}

/**
 * What Service Connect makes of a service, once all of the program is known; undefined where it is
 * not enabled, and in a preview that cannot know the namespace.
 *
 * @throws KecsError where there is no such namespace, or another service has one of the names
 */
export function connectPlan(
  of: ResolvedService,
  path: string,
): pulumi.Output<ConnectPlan | undefined> {
  const connect = of.serviceConnectConfiguration;
  const content = findTaskDefinitionContent(of.taskDefinition);
  if (connect?.enabled !== true || content === undefined) return pulumi.output(undefined);
  return content.apply<ConnectPlan | undefined>(({ model: { containers } }) =>
    resolveConnect(of, { connect, containers, path }),
  );
}

/** What is known of a service by the time. */
export interface KnownService {
  readonly connect: ServiceConnectConfigurationValues;
  readonly containers: readonly Pick<ContainerModel, "ports">[];
  /** How errors call the service. */
  readonly path: string;
}

export async function resolveConnect(
  of: ResolvedService,
  { connect, containers, path }: KnownService,
): Promise<ConnectPlan | undefined> {
  const place = `${path}.serviceConnectConfiguration`;
  await endOfProgram();
  const namespace = await findConnectNamespace(of, connect, path);
  if (namespace === undefined) return undefined;
  const aliases = aliasesOf(connect, containers, namespace.name);
  throwIfAny(validateResolvedAliases(aliases, place));
  throwIfAny(claimNames(connect, aliases, { namespace, path: place }));
  const others = await servicesWithAliases(of, namespace, aliases);
  throwIfAny(
    others
      .filter(({ stack }) => !isOwnStack(stack))
      .map(({ arn, stack }) => takenElsewhere(arn, stack, `${place}.services`)),
  );
  return {
    model: {
      namespaceId: namespace.id,
      aliases: aliases.map(({ dnsName, port, portName, containerPort }) => ({
        dnsName,
        port,
        portName,
        containerPort,
      })),
    },
    takenOver: others.flatMap((record) => namesOf(record, namespace)),
  };
}

async function findConnectNamespace(
  of: ResolvedService,
  { namespace }: ServiceConnectConfigurationValues,
  path: string,
): Promise<ConnectNamespace | undefined> {
  const { connection } = of;
  const at = `${path}.serviceConnectConfiguration.namespace`;
  const given = namespace ?? (await clusterNamespace(of, path));
  if (given === undefined) return pulumi.runtime.isDryRun() ? undefined : refuseNoNamespace(at);
  const isArn = given.startsWith("arn:");
  const arn = isArn ? given : discoveryNamespaceArn(connection, given);
  const id = nameFromArn("discoveryNamespace", arn) ?? "";
  const own = findNamespace(id);
  if (own !== undefined) return { id, name: own.name };
  const { instance } = connection;
  const what = isArn ? "namespace" : `namespace "${given}" with the ARN`;
  const found = await findImported({ instance, arn, what, path: at });
  const name = found?.record.attributes["name"];
  return { id, name: typeof name === "string" ? name : isArn ? id : given };
}

/** What the cluster names for its services, whoever made it. */
async function clusterNamespace(of: ResolvedService, path: string): Promise<string | undefined> {
  const own = findCluster(of.cluster);
  if (own !== undefined) return own.namespace;
  const found = await findImported({
    instance: of.connection.instance,
    arn: of.cluster,
    what: "cluster",
    path: `${path}.cluster`,
  });
  return found === undefined ? undefined : recordedDefaultNamespace(found.record);
}

function refuseNoNamespace(path: string): never {
  throw refuse(
    new KecsError([
      problem(
        "KECS1009",
        path,
        "neither the service nor the cluster's serviceConnectDefaults name a namespace",
        "pass the arn output of an HttpNamespace or a PrivateDnsNamespace",
      ),
    ]),
  );
}

function claimNames(
  { services = [] }: ServiceConnectConfigurationValues,
  aliases: readonly PlacedAlias[],
  { namespace, path }: { readonly namespace: ConnectNamespace; readonly path: string },
): Issue[] {
  const { id: namespaceId, name: of } = namespace;
  const discoveryNames = services.flatMap((service, i) => {
    const name = discoveryNameOf(service);
    const at = `${path}.services[${i}]`;
    const owner = claim({ kind: "discoveryName", namespaceId, name }, at);
    return taken(owner, `the discoveryName "${name}" in namespace "${of}"`, `${at}.discoveryName`);
  });
  const fresh = aliases.filter(
    ({ dnsName }, i) => aliases.findIndex((each) => each.dnsName === dnsName) === i,
  );
  return [
    ...discoveryNames,
    ...fresh.flatMap(({ dnsName, index }) => {
      const at = `${path}.services[${index}]`;
      const owner = claim({ kind: "alias", namespaceId, dnsName }, at);
      const what = `the alias "${dnsName}" in namespace "${of}"; here a name belongs to one service`;
      return taken(owner, what, `${at}.clientAlias[0].dnsName`);
    }),
  ];
}

function taken(owner: string | undefined, what: string, path: string): Issue[] {
  if (owner === undefined) return [];
  return [problem("KECS1001", path, `${owner} has already ${what}`, "choose another name")];
}

/** The services that had one of the aliases before this update, but for the service itself. */
async function servicesWithAliases(
  of: ResolvedService,
  namespace: ConnectNamespace,
  aliases: readonly PlacedAlias[],
): Promise<ObjectRecord[]> {
  if (aliases.length === 0) return [];
  const listed = await recordsOf(of.connection.instance);
  if (listed.kind !== "records") return [];
  const own = serviceArn(of.connection, clusterOf(of), of.name);
  const names = new Set(aliases.map(({ dnsName }) => dnsName));
  return listed.records.objects.filter(
    (record) =>
      record.kind === "svc" &&
      record.arn !== own &&
      !hasEnded(serviceAttributes(record)) &&
      namesOf(record, namespace).some((dnsName) => names.has(dnsName)),
  );
}

/** The names that a service has in a namespace, by its record. */
function namesOf(record: ObjectRecord, { id }: ConnectNamespace): string[] {
  const { connect } = serviceAttributes(record);
  return connect?.namespaceId === id ? connect.aliases.map(({ dnsName }) => dnsName) : [];
}

function takenElsewhere(arn: string, stack: string, path: string): Issue {
  return problem(
    "KECS1001",
    path,
    `"${arn}" of stack "${stack}" has one of the aliases already`,
    "choose another dnsName",
  );
}

function throwIfAny(issues: readonly Issue[]): void {
  if (issues.length > 0) throw refuse(new KecsError(issues));
}

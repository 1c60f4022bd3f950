import { clusterArn, type ArnScope } from "../../../arn";
import { kubernetesName } from "../../../naming";
import type { ContainerModel, RouterModel, TaskModel } from "../model";

/** The log driver that sends a container's output to the task's log router. */
export const FIRELENS_DRIVER = "awsfirelens";
/** Where the router sees the output of its task's containers: a folder for each. */
export const OUTPUT_FOLDER = "/var/log/kecs";
/** The variable with the uid of the pod, which the router resolves. */
export const POD_UID = "KECS_POD_UID";
/** Where a program of the task reaches the router. */
export const FORWARD = { host: "127.0.0.1", port: 24224 } as const;

/** Which output a router reads, and where it sends it. */
export interface Routing {
  readonly router: ContainerModel & { readonly router: RouterModel };
  /** What each record tells of its task, by field; empty where the definition says so. */
  readonly metadata: Readonly<Record<string, string>>;
  /** What precedes the pod's uid in the ARN of the task; absent where records do not tell it. */
  readonly taskArnPrefix?: string;
  readonly sources: readonly Source[];
}

/** A container whose output goes to the router. */
export interface Source {
  /** Its name in the task definition, with which its tags begin. */
  readonly container: string;
  /** The files with its output, as the router sees them. */
  readonly path: string;
  readonly include?: string;
  readonly exclude?: string;
  /** The plugin that its output goes to; absent where the router's own file has the output. */
  readonly output?: string;
  /** What the plugin is told, with the names of variables in place of secret values. */
  readonly options: Readonly<Record<string, string>>;
  readonly secretOptions: Readonly<Record<string, string>>;
}

/** The option that names the output plugin, for each type of router. */
export const OUTPUT_OPTION = { fluentbit: "Name", fluentd: "@type" } as const;
const PATTERNS = { include: "include-pattern", exclude: "exclude-pattern" } as const;

/** The log router of a task, where it has one. */
export function routerOf<T extends Pick<ContainerModel, "router">>(
  containers: readonly T[],
): (T & { readonly router: RouterModel }) | undefined {
  return containers.find(
    (of): of is T & { readonly router: RouterModel } => of.router !== undefined,
  );
}

/** What the router of a task does; undefined where the task has none. */
export function routing(
  task: TaskModel,
  of: { readonly connection: ArnScope; readonly cluster: string },
): Routing | undefined {
  const router = routerOf(task.containers);
  if (router === undefined) return undefined;
  const { type, addsMetadata } = router.router;
  return {
    router,
    metadata: addsMetadata
      ? { ecs_cluster: of.cluster, ecs_task_definition: `${task.family}:${task.revision}` }
      : {},
    ...(addsMetadata
      ? {
          taskArnPrefix: `${clusterArn(of.connection, of.cluster).replace(":cluster/", ":task/")}/`,
        }
      : {}),
    sources: task.containers.flatMap((container) => source(container, OUTPUT_OPTION[type])),
  };
}

function source({ name, log }: ContainerModel, outputOption: string): Source[] {
  if (log?.driver !== FIRELENS_DRIVER) return [];
  const { include, exclude } = PATTERNS;
  const {
    [outputOption]: output,
    [include]: included,
    [exclude]: excluded,
    ...options
  } = log.options;
  return [
    {
      container: name,
      path: `${OUTPUT_FOLDER}/${kubernetesName(name)}/*.log`,
      ...(included === undefined ? {} : { include: included }),
      ...(excluded === undefined ? {} : { exclude: excluded }),
      ...(output === undefined ? {} : { output }),
      options,
      secretOptions: Object.fromEntries(
        (log.secretOptions ?? []).map(({ name: option, variable }) => [option, variable]),
      ),
    },
  ];
}

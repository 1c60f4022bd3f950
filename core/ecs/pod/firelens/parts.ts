import { NAMESPACE } from "../../../labels";
import type { ContainerModel, RouterModel, TaskModel } from "../model";
import { fluentBitConfiguration } from "./fluentBit";
import { LAST_READ_SECONDS } from "../termination";
import { fluentdConfiguration } from "./fluentd";
import {
  FIRELENS_DRIVER,
  FORWARD,
  OUTPUT_FOLDER,
  POD_UID,
  routerOf,
  type Routing,
} from "./routing";

/** The annotation of a pod that holds the configuration of its router. */
export const FIRELENS_ANNOTATION = "kecs.dev/firelens";

const CONFIGURATION = "firelens-configuration";
const OUTPUT = "firelens-output";
/** Where the node keeps the output of its pods: a folder for each. */
const NODE_OUTPUT = "/var/log/pods";
const CONFIGURATION_PATH = {
  fluentbit: "/fluent-bit/etc/fluent-bit.conf",
  fluentd: "/fluentd/etc/fluent.conf",
} as const;
const CONFIGURATION_OF = { fluentbit: fluentBitConfiguration, fluentd: fluentdConfiguration };

/** The router's configuration, as an annotation: a change of it makes new tasks. */
export function routerAnnotation(routing: Routing | undefined): Record<string, string> {
  if (routing === undefined) return {};
  return { [FIRELENS_ANNOTATION]: CONFIGURATION_OF[routing.router.router.type](routing) };
}

/** The volumes of a task's pod that its router needs. */
export function routerVolumes({ containers }: TaskModel) {
  if (routerOf(containers) === undefined) return [];
  const fieldRef = { fieldPath: `metadata.annotations['${FIRELENS_ANNOTATION}']` };
  return [
    { name: CONFIGURATION, downwardAPI: { items: [{ path: CONFIGURATION, fieldRef }] } },
    { name: OUTPUT, hostPath: { path: NODE_OUTPUT, type: "Directory" } },
  ];
}

/** A router sees the output of its own task only. */
export function routerMounts({ router }: ContainerModel, podVariable: string) {
  if (router === undefined) return [];
  return [
    {
      name: CONFIGURATION,
      mountPath: CONFIGURATION_PATH[router.type],
      subPath: CONFIGURATION,
      readOnly: true,
    },
    {
      name: OUTPUT,
      mountPath: OUTPUT_FOLDER,
      subPathExpr: `${NAMESPACE}_$(${podVariable})_$(${POD_UID})`,
      readOnly: true,
    },
  ];
}

/** The variables of a router, and those of a container whose output goes to it. */
export function firelensVariables({ router, log }: ContainerModel) {
  return [
    ...(router === undefined
      ? []
      : [{ name: POD_UID, valueFrom: { fieldRef: { fieldPath: "metadata.uid" } } }]),
    ...(router?.type === "fluentd" ? [{ name: "FLUENT_UID", value: "0" }] : []),
    ...(log?.driver === FIRELENS_DRIVER
      ? [
          { name: "FLUENT_HOST", value: FORWARD.host },
          { name: "FLUENT_PORT", value: String(FORWARD.port) },
        ]
      : []),
  ];
}

/** Only root's group may read what the node keeps. */
export function routerGroup(router: RouterModel | undefined) {
  return router === undefined ? {} : { runAsGroup: 0 };
}

/** @param pause seconds that every container of the task pauses */
export function lastRead({ router }: ContainerModel, pause: number | undefined) {
  if (router === undefined) return {};
  const seconds = Math.max(pause ?? 0, LAST_READ_SECONDS);
  return { lifecycle: { preStop: { sleep: { seconds } } } };
}

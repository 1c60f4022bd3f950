import { routerGroup } from "./firelens/parts";
import type { ContainerModel } from "./model";

const RAW = "NET_RAW";

/**
 * User, group and rights of a container. It makes no packets of its own (`NET_RAW`), with which a
 * task can pass itself off as its neighbour, unless its definition asks for that.
 */
export function security({
  user,
  readonlyRootFilesystem,
  privileged,
  capabilities,
  router,
}: ContainerModel) {
  const { add } = capabilities;
  const has = (name: string, list: readonly string[]): boolean =>
    list.includes(name) || list.includes("ALL");
  const asked = privileged || has(RAW, add) || has(RAW, capabilities.drop);
  const drop = [...capabilities.drop, ...(asked ? [] : [RAW])];
  const context = {
    ...(user === undefined ? {} : { runAsUser: user.uid }),
    ...(user?.gid === undefined ? {} : { runAsGroup: user.gid }),
    ...routerGroup(router),
    ...(readonlyRootFilesystem ? { readOnlyRootFilesystem: true } : {}),
    ...(privileged ? { privileged: true } : {}),
    ...(add.length + drop.length === 0
      ? {}
      : {
          capabilities: {
            ...(add.length === 0 ? {} : { add: [...add] }),
            ...(drop.length === 0 ? {} : { drop }),
          },
        }),
  };
  return Object.keys(context).length === 0 ? {} : { securityContext: context };
}

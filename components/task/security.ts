import type { ContainerModel } from "./model";

/** Whom a container runs as and what it may do; nothing where the image decides about all of it. */
export function security({
  user,
  readonlyRootFilesystem,
  privileged,
  capabilities,
}: ContainerModel) {
  const { add, drop } = capabilities;
  const context = {
    ...(user === undefined ? {} : { runAsUser: user.uid }),
    ...(user?.gid === undefined ? {} : { runAsGroup: user.gid }),
    ...(readonlyRootFilesystem ? { readOnlyRootFilesystem: true } : {}),
    ...(privileged ? { privileged: true } : {}),
    ...(add.length + drop.length === 0 ? {} : { capabilities: { add: [...add], drop: [...drop] } }),
  };
  return Object.keys(context).length === 0 ? {} : { securityContext: context };
}

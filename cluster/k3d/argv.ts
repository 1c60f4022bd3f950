import { clusterName, serverContainer } from "./names";

/* The command lines that ask k3d and Docker for an instance; each is plain data. */

export function stopCluster(instance: string): string[] {
  return ["k3d", "cluster", "stop", clusterName(instance)];
}

export function getKubeconfig(instance: string): string[] {
  return ["k3d", "kubeconfig", "get", clusterName(instance)];
}

export function containerStart(instance: string): string[] {
  return [
    "docker",
    "inspect",
    "--type",
    "container",
    "--format",
    "{{.State.StartedAt}}",
    serverContainer(instance),
  ];
}

/** What of an instance Docker has, one name in a line. */
export function listContainers(instance: string): string[] {
  const label = `label=k3d.cluster=${clusterName(instance)}`;
  return ["docker", "ps", "--all", "--filter", label, "--format", "{{.Names}}"];
}

export function listNetworks(instance: string): string[] {
  const name = `name=^k3d-${clusterName(instance)}$`;
  return ["docker", "network", "ls", "--filter", name, "--format", "{{.Name}}"];
}

export function listVolumes(instance: string): string[] {
  const name = `name=^k3d-${clusterName(instance)}-images$`;
  return ["docker", "volume", "ls", "--filter", name, "--format", "{{.Name}}"];
}

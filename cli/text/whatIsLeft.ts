import { isNothing, type DockerResources } from "../../cluster/k3d/dockerResources";

/** What of an instance is left on the machine, as a clause. */
export function whatIsLeft(resources: DockerResources): string {
  if (isNothing(resources)) return "nothing is left on the machine";
  return `what was made so far is kept: ${resourceNames(resources).join(", ")}`;
}

/** Each of them by kind and name, such as `container k3d-kecs-shop-server-0`. */
export function resourceNames({ containers, networks, volumes }: DockerResources): string[] {
  return [
    ...containers.map((name) => `container ${name}`),
    ...networks.map((name) => `network ${name}`),
    ...volumes.map((name) => `volume ${name}`),
  ];
}

/**
 * Whether a host port is one of the machine: with awsvpc each task has an address of its own, and
 * `hostPort` only repeats the container's port.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
 */
export function opensHostPorts(networkMode: unknown): boolean {
  return networkMode !== "awsvpc";
}

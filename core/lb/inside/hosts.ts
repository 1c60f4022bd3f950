import { isWildcard } from "../../hosts";
import { reservedNamespace } from "../../reservedNames";
import { fitsDiscovery, MOST_LABELS } from "../../servicediscovery/discoveryName";
import { problem, type Issue } from "../../validate";

/** Why tasks do not reach a load balancer by a host name, and what to do. */
export interface Obstacle {
  readonly why: string;
  readonly hint: string;
}

/** Of a host that is known after the objects were made that lead to it. */
export const TOO_LATE: Obstacle = {
  why: "it is only known later",
  hint: "write it as a plain value",
};

/** Of a host of a rule, where another stack made the load balancer. */
export const OF_ANOTHER_STACK: Obstacle = {
  why: "another stack made the load balancer, and its names with it",
  hint: "add it to hostnames of the load balancer, in the stack that makes it",
};

/** The host names of these by which tasks reach a load balancer, each once: no wildcards. */
export function insideHosts(hosts: readonly string[]): string[] {
  return [...new Set(hosts.filter((host) => !isWildcard(host) && obstacle(host) === undefined))];
}

/** The warnings of host names that the DNS of an instance cannot know. */
export function unnameableHosts(hosts: readonly string[], path: string): Issue[] {
  return hosts
    .filter((host) => !isWildcard(host))
    .flatMap((host) => {
      const why = obstacle(host);
      return why === undefined ? [] : [unreachable(host, path, why)];
    });
}

/** The warning of a host name that leads tasks nowhere, or somewhere else. */
export function unreachable(host: string, path: string, { why, hint }: Obstacle): Issue {
  const message = `tasks cannot reach the load balancer as "${host}": ${why}`;
  return { ...problem("KECS1037", path, message, hint), severity: "warning" };
}

function obstacle(host: string): Obstacle | undefined {
  if (!fitsDiscovery(host)) {
    return {
      why: "the name is too long for the instance's DNS",
      hint: `let tasks use a shorter name, of at most ${MOST_LABELS} labels`,
    };
  }
  const [, ...domain] = host.split(".");
  return reservedNamespace(domain.join("."), "").length === 0
    ? undefined
    : {
        why: "it is a name of the cluster itself",
        hint: "let tasks use another name of the load balancer",
      };
}

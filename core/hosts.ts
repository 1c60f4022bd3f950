/** The host that AWS's name of a load balancer is shortened to, as the Host header sends it. */
export function awsHost(loadBalancer: string): string {
  return `${loadBalancer.toLowerCase()}.elb.amazonaws.com`;
}

/** The host that browsers and curl resolve to this machine by themselves (RFC 6761, 6.3). */
export function localHost(loadBalancer: string): string {
  return `${loadBalancer.toLowerCase()}.elb.localhost`;
}

/** Every host name of a load balancer, the two of its own first, each once. */
export function hostsOf(loadBalancer: string, extra: readonly string[]): string[] {
  return [
    ...new Set([
      localHost(loadBalancer),
      awsHost(loadBalancer),
      ...extra.map((host) => host.toLowerCase()),
    ]),
  ];
}

/** What `hostsOf` made all host names of, beside the two of the load balancer's own. */
export function extraHosts(loadBalancer: string, all: readonly string[]): string[] {
  const own = hostsOf(loadBalancer, []);
  return all.filter((host) => !own.includes(host));
}

/** True where a host name holds AWS's wildcards `*` or `?`. */
export function isWildcard(host: string): boolean {
  return /[*?]/.test(host);
}

/**
 * A host name as AWS takes it in a rule: letters, digits, hyphens and dots, with wildcards, of at
 * most 128 characters, and at least one dot.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
 */
export function isHostPattern(host: string): boolean {
  return (
    host.length <= 128 &&
    host.includes(".") &&
    /^[-a-z0-9*?]+(\.[-a-z0-9*?]+)*$/i.test(host) &&
    !/(^|\.)-|-(\.|$)/.test(host)
  );
}

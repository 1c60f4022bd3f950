import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { awsHost, localHost } from "../../../core/hosts";
import { unreachable } from "../../../core/lb/inside/hosts";
import { addressService, addressSlice, hostService } from "../../../core/lb/inside/manifests";
import type { LoadBalancerFacts } from "../../../core/lb/model";
import { discoveryServiceName } from "../../../core/servicediscovery/discoveryName";
import { showWarnings } from "../../base/validated";
import { claim } from "../../controlPlane/claims";
import { pick, plainValue } from "../../inputs/inputs";

/** The load balancer whose names they are. */
export interface NamedLoadBalancer {
  readonly facts: pulumi.Output<LoadBalancerFacts>;
  /** The name of its instance, where that is a plain value. */
  readonly instance: string | undefined;
  /** How errors call it. */
  readonly path: string;
}

/**
 * The names by which tasks reach a load balancer. They are its own children, whichever rule named a
 * host first: then the others can come and go.
 */
export class InsideNames {
  private readonly known = new Set<string>();

  constructor(
    private readonly name: string,
    private readonly of: NamedLoadBalancer,
    private readonly parent: pulumi.Resource,
  ) {}

  /** Makes its address, and the two names that its own name makes. */
  makeOwn(): pulumi.Resource[] {
    const { facts } = this.of;
    const opts = { parent: this.parent };
    const service = facts.apply(addressService);
    const slice = facts.apply(addressSlice);
    const plain = plainValue<LoadBalancerFacts>(facts);
    const address = `${this.name}-address`;
    return [
      new k8s.core.v1.Service(address, pick(service, "metadata", "spec"), opts),
      new k8s.discovery.v1.EndpointSlice(
        address,
        pick(slice, "metadata", "addressType", "endpoints"),
        opts,
      ),
      ...[
        { role: "name", hostOf: awsHost },
        { role: "local-name", hostOf: localHost },
      ].map(({ role, hostOf }) => {
        if (plain !== undefined) this.take(hostOf(plain.name));
        return this.make(`${this.name}-${role}`, (of) => hostOf(of.name));
      }),
    ];
  }

  /** Makes one more name, unless it is there; what another component has is left to it. */
  add(host: string): void {
    if (this.known.has(host)) return;
    const owner = this.take(host);
    if (owner === undefined) this.make(this.resourceOf(host), () => host);
    else {
      const why = `it is a name of ${owner} there`;
      const hint = "let tasks use another name of the load balancer";
      showWarnings([unreachable(host, this.of.path, { why, hint })]);
    }
  }

  /**
   * What a name's resource is called: as the host is, so that one that goes to another load balancer
   * is changed in place. Otherwise the old one's removal would take the new one with it. Only the same
   * host in a second instance has another name; a slash is in no host.
   */
  private resourceOf(host: string): string {
    const owner = claim({ kind: "hostResource", host }, this.of.path);
    return owner === undefined ? host : `${this.name}/${host}`;
  }

  /** Returns who has the name already. */
  private take(host: string): string | undefined {
    this.known.add(host);
    const { instance, path } = this.of;
    if (instance === undefined) return undefined;
    return claim({ kind: "dnsObject", instance, name: discoveryServiceName(host) }, path);
  }

  private make(name: string, hostOf: (facts: LoadBalancerFacts) => string): pulumi.Resource {
    const manifest = this.of.facts.apply((facts) => hostService(facts, hostOf(facts)));
    return new k8s.core.v1.Service(name, pick(manifest, "metadata", "spec"), {
      parent: this.parent,
    });
  }
}

import type * as pulumi from "@pulumi/pulumi";

/** Arguments of a KecsInstance. A change replaces the cluster only where it says so. */
export interface KecsInstanceArgs {
  /**
   * Name of the instance: 1 to 27 lower-case letters, digits and hyphens. The cluster is called
   * `kecs-<name>`, so two stacks cannot have instances with the same name.
   *
   * A change replaces the cluster.
   *
   * @default the component's name
   */
  readonly instanceName?: pulumi.Input<string | undefined>;
  /**
   * Local port behind which listeners on port 80 answer: 1 to 65535, or 0 for the first free port
   * from 8080 on, which is kept as long as the cluster exists.
   *
   * A change replaces the cluster: k3d cannot take a published port back.
   *
   * @default 8080
   */
  readonly httpPort?: pulumi.Input<number | undefined>;
  /**
   * Local port behind which listeners on port 443 answer: 1 to 65535, or 0 for the first free port
   * from 8443 on, which is kept as long as the cluster exists.
   *
   * A change replaces the cluster: k3d cannot take a published port back.
   *
   * @default 8443
   */
  readonly httpsPort?: pulumi.Input<number | undefined>;
  /**
   * First local port of the range for listeners on ports other than 80 and 443.
   *
   * Adding or extending a range keeps the cluster, but interrupts its load balancer for a second;
   * any other change of a range replaces the cluster.
   *
   * @default no range: such listeners are rejected
   */
  readonly portRangeStart?: pulumi.Input<number | undefined>;
  /**
   * Last local port of the range, at most 99 above the first.
   *
   * @default no range
   */
  readonly portRangeEnd?: pulumi.Input<number | undefined>;
  /**
   * IPv4 address that the local ports are bound to. With an address other than 127.0.0.1 and
   * 0.0.0.0, ports are published on loopback too, since the printed URLs lead there.
   *
   * A change replaces the cluster.
   *
   * @default "127.0.0.1"
   */
  readonly bindAddress?: pulumi.Input<string | undefined>;
  /**
   * Number of k3d agent nodes beside the server, 0 to 16. A change replaces the cluster.
   *
   * @default 0
   */
  readonly agents?: pulumi.Input<number | undefined>;
  /**
   * Absolute paths of folders of this machine that tasks may mount, `volumes[].hostPath` in or
   * beneath one of them. The nodes see each at the same path, and tasks may write there as root.
   * Links, names with a colon or a dollar sign, and folders of the system are rejected: folders
   * that are, contain or are inside /etc, /dev, /proc, /run, /sys, /boot, /var/lib/docker and the
   * like.
   *
   * A change replaces the cluster: Docker cannot add a folder to a container later.
   *
   * @default none: tasks see nothing of this machine
   */
  readonly hostPaths?: pulumi.Input<pulumi.Input<string>[] | undefined>;
  /**
   * Image of the Kubernetes nodes. A change replaces the cluster.
   *
   * @default the variable KECS_K3S_IMAGE, else "rancher/k3s:v1.34.2-k3s1"
   */
  readonly k3sImage?: pulumi.Input<string | undefined>;
  /**
   * Image of Traefik, of the version whose custom resource definitions KECS contains. A change
   * replaces Traefik's pod.
   *
   * @default the variable KECS_TRAEFIK_IMAGE, else "traefik:v3.7.13"
   */
  readonly traefikImage?: pulumi.Input<string | undefined>;
  /**
   * AWS region in the ARNs. A change gives every component another ARN.
   *
   * @default "us-east-1"
   */
  readonly region?: pulumi.Input<string | undefined>;
  /**
   * AWS account in the ARNs, twelve digits. A change gives every component another ARN.
   *
   * @default "000000000000"
   */
  readonly accountId?: pulumi.Input<string | undefined>;
  /**
   * The owner of a cluster of this name that this stack may take over, as error KECS3010 names it:
   * `project/stack@backend`. The cluster and its content stay; from then on the other stack gets
   * that error, and what it made in the cluster is this stack's. It is ignored if the cluster already
   * belongs to this stack.
   *
   * @default `kecs:takeOver` of the stack's configuration; without it a cluster of another stack is an
   * error, KECS3010
   */
  readonly takeOver?: pulumi.Input<string | undefined>;
}

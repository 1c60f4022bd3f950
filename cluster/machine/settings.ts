import { isIPv4 } from "node:net";
import { problem, type Issue } from "../../core/validate";
import { isImageReference } from "../../core/imageReference";
import { validatePorts, DEFAULT_HTTP_PORT, DEFAULT_HTTPS_PORT } from "../../core/ports/validate";
import { normalHostPaths, validateHostPaths } from "./hostPaths";
import { validateInstanceName } from "../../core/instanceName";
import type { PortRange } from "../../core/ports/range";

/** The arguments of an instance, resolved, before defaults. */
export interface InstanceArgs {
  readonly instanceName: string;
  readonly httpPort?: number;
  readonly httpsPort?: number;
  readonly portRangeStart?: number;
  readonly portRangeEnd?: number;
  readonly bindAddress?: string;
  readonly agents?: number;
  readonly hostPaths?: string[];
  readonly k3sImage?: string;
  readonly traefikImage?: string;
  readonly region?: string;
  readonly accountId?: string;
  readonly takeOver?: string;
}

/** The same with every default filled in; a port of 0 still asks for a free one. */
export interface InstanceSettings {
  readonly instance: string;
  readonly httpPort: number;
  readonly httpsPort: number;
  readonly range?: PortRange;
  readonly bindAddress: string;
  readonly agents: number;
  /** Folders of this machine that the nodes see at the same paths, sorted. */
  readonly hostPaths: readonly string[];
  readonly k3sImage: string;
  readonly traefikImage: string;
  readonly region: string;
  readonly accountId: string;
  /** The other owner whose cluster may be taken over. */
  readonly takeOver?: string;
}

export const DEFAULT_K3S_IMAGE = "rancher/k3s:v1.34.2-k3s1";
export const DEFAULT_TRAEFIK_IMAGE = "traefik:v3.7.13";
const DEFAULT_BIND_ADDRESS = "127.0.0.1";
const DEFAULT_REGION = "us-east-1";
const DEFAULT_ACCOUNT_ID = "000000000000";

const MAX_AGENTS = 16;
const IPV4 = { test: isIPv4 };
const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
const ACCOUNT = /^\d{12}$/;

/** Variables that name images, as the lab's do. */
export const IMAGE_VARIABLES = {
  k3sImage: "KECS_K3S_IMAGE",
  traefikImage: "KECS_TRAEFIK_IMAGE",
} as const;

/** The images that the environment names for instances whose program names none. */
export function imagesOf(
  env: NodeJS.ProcessEnv,
): Partial<Record<keyof typeof IMAGE_VARIABLES, string>> {
  const named = Object.entries(IMAGE_VARIABLES).map(
    ([key, variable]) => [key, env[variable] ?? ""] as const,
  );
  return Object.fromEntries(named.filter(([, image]) => image !== ""));
}

/** Every problem of an instance's arguments, with paths below `path`. */
export function validateInstance(args: InstanceArgs, path: string): Issue[] {
  const issues = [
    ...validatePorts(args, path),
    ...validateHostPaths(args.hostPaths, `${path}.hostPaths`),
    ...validateInstanceName(args.instanceName, `${path}.instanceName`),
  ];
  const text = (
    name: "bindAddress" | "region" | "accountId",
    form: Pick<RegExp, "test">,
    allowed: string,
    hint: string,
  ): void => {
    const value = args[name];
    if (value === undefined || form.test(value)) return;
    issues.push(problem("KECS1008", `${path}.${name}`, `"${value}" is not ${allowed}`, hint));
  };
  text(
    "bindAddress",
    IPV4,
    "an IPv4 address",
    "use 127.0.0.1 for this machine alone, 0.0.0.0 for every interface",
  );
  text("region", REGION, "the name of an AWS region", 'use a region such as "us-east-1"');
  text("accountId", ACCOUNT, "an AWS account of twelve digits", 'use "000000000000"');
  for (const name of ["k3sImage", "traefikImage"] as const) {
    const image = args[name];
    if (image === undefined || isImageReference(image)) continue;
    issues.push(
      problem(
        "KECS1008",
        `${path}.${name}`,
        `"${image}" is not the name of an image`,
        "remove the setting to use the default",
      ),
    );
  }
  const agents = args.agents ?? 0;
  if (!Number.isInteger(agents) || agents < 0 || agents > MAX_AGENTS) {
    issues.push(
      problem(
        "KECS1008",
        `${path}.agents`,
        `"${agents}" is not a whole number from 0 to ${MAX_AGENTS}`,
        "use 0 for a cluster of one node",
      ),
    );
  }
  return issues;
}

/** Fills in the defaults of arguments that passed `validateInstance`. */
export function instanceSettings(args: InstanceArgs): InstanceSettings {
  const { portRangeStart: start, portRangeEnd: end } = args;
  return {
    instance: args.instanceName,
    httpPort: args.httpPort ?? DEFAULT_HTTP_PORT,
    httpsPort: args.httpsPort ?? DEFAULT_HTTPS_PORT,
    ...(start === undefined || end === undefined ? {} : { range: { start, end } }),
    bindAddress: args.bindAddress ?? DEFAULT_BIND_ADDRESS,
    agents: args.agents ?? 0,
    hostPaths: normalHostPaths(args.hostPaths),
    k3sImage: args.k3sImage ?? DEFAULT_K3S_IMAGE,
    traefikImage: args.traefikImage ?? DEFAULT_TRAEFIK_IMAGE,
    region: args.region ?? DEFAULT_REGION,
    accountId: args.accountId ?? DEFAULT_ACCOUNT_ID,
    ...(args.takeOver === undefined ? {} : { takeOver: args.takeOver }),
  };
}

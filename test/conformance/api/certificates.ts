import { ensureLeaf } from "../../../cluster/authority/leafFiles";
import type { KeyPair } from "../../../core/acm/authority/keyPair";
import { certificateNames } from "../../../core/acm/names";
import { hostsOf } from "../../../core/hosts";
import type { Plan } from "../plan/plan";

/**
 * The certificate of every HTTPS listener, by `<load balancer>:<port>`: the one that its case names, or one
 * for its load balancer's hosts, since AWS has no listener without. The local authority issues them.
 */
export async function certificatesOf(plan: Plan): Promise<Map<string, KeyPair>> {
  const wanted = Object.values(plan).flatMap(({ albs }) =>
    albs.flatMap(({ name, hostnames = [], listeners }) =>
      listeners
        .filter(({ protocol }) => protocol === "HTTPS")
        .map(({ port, certificate }) => ({
          key: `${name}:${port}`,
          names: certificateNames(
            certificate === undefined ? hostsOf(name, hostnames) : [certificate],
          ).names,
        })),
    ),
  );
  const issued = new Map<string, KeyPair>();
  for (const { key, names } of wanted) issued.set(key, await ensureLeaf(process.env, names));
  return issued;
}

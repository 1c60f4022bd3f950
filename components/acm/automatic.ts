import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { pick } from "../inputs/inputs";
import { refuse, soundProgram } from "../controlPlane/program";
import type { KeyPair } from "../../core/acm/authority/keyPair";
import { ensureLeaf, findLeaf } from "../../cluster/authority/leafFiles";
import { certificateNames } from "../../core/acm/names";
import { tlsSecretData } from "../../core/acm/manifests";

/**
 * The certificate that the user's local authority issues for hosts; a secret. It is the same one as
 * long as the hosts are the same, until a month before it expires.
 *
 * A preview writes nothing: where there is no such certificate yet, it is unknown then. Hosts that
 * no certificate can cover are left out; `leftOutWarnings` tells of them.
 */
export function automaticCertificate(
  hosts: pulumi.Input<readonly string[]>,
): pulumi.Output<KeyPair> {
  const given = pulumi.output<unknown>(hosts) as pulumi.Output<readonly string[]>;
  return pulumi.secret(
    given.apply<KeyPair>(
      async (all) => (await issuedFor(all, pulumi.runtime.isDryRun())) ?? unknown(),
    ),
  );
}

/** Stands for a value that the update is going to have. */
function unknown(): KeyPair {
  return pulumi.output(pulumi.unknown) as unknown as KeyPair;
}

/** The certificate for hosts; in a preview undefined where it is still to be issued. */
export async function issuedFor(
  hosts: readonly string[],
  isPreview: boolean,
): Promise<KeyPair | undefined> {
  const { names } = certificateNames(hosts);
  try {
    if (isPreview) return await findLeaf(process.env, names);
    await soundProgram();
    return await ensureLeaf(process.env, names);
  } catch (error) {
    throw refuse(error as Error);
  }
}

/** Registers a Secret with a certificate, as `tlsSecret` describes it. */
export function tlsSecretObject(
  name: string,
  description: pulumi.Output<{ readonly metadata: object; readonly type: string }>,
  pair: pulumi.Output<KeyPair>,
  opts: pulumi.CustomResourceOptions,
): k8s.core.v1.Secret {
  return new k8s.core.v1.Secret(
    name,
    { ...pick(description, "metadata", "type"), data: pulumi.secret(pair.apply(tlsSecretData)) },
    opts,
  );
}

import { findAuthority } from "../../../cluster/authority/authorityFiles";
import { isTrusted } from "../../../cluster/authority/trustStores";
import { ok, warning, type Check, type Verdict } from "../check";

/** @param isKnown whether the system trusts the authority; undefined where nobody can tell, null where there is none */
export function judgeAuthority(isKnown: boolean | undefined | null): Verdict {
  if (isKnown === null) return ok("none yet: the first HTTPS listener makes one");
  if (isKnown === true) return ok("this system trusts it");
  const seen = isKnown === false ? "does not trust it" : "does not tell whether it trusts it";
  return warning(
    "KECS2008",
    `this system ${seen}: clients reject the certificates of HTTPS listeners`,
    "kecs trust says what to do; curl needs -k until then",
  );
}

export const authority: Check = {
  name: "authority",
  look: async ({ env }) => {
    const found = await findAuthority(env);
    return judgeAuthority(found === undefined ? null : isTrusted(found.certificate));
  },
};

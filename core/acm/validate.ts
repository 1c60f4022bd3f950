import type { X509Certificate } from "node:crypto";
import { createPrivateKey } from "node:crypto";
import { validateBounds } from "../awsNames";
import { problem, type Issue } from "../validate";
import { isHostPattern } from "../hosts";
import { isCertificateName } from "./names";
import { namesOf } from "./authority/leaf";
import { certificatesOf, holdsKey, pemBlocks } from "./pem";

/** A Certificate's arguments, resolved, but for its private key. */
export interface CertificateValues {
  readonly domainName?: string;
  readonly subjectAlternativeNames?: readonly string[];
  readonly certificateBody?: string;
  readonly certificateChain?: string;
}

/** https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html */
const MAX_ALTERNATIVE_NAMES = 100;

/** Every problem of a certificate but those of its key. */
export function validateCertificate(values: CertificateValues, path: string, now: Date): Issue[] {
  const { domainName, certificateBody } = values;
  if (domainName !== undefined && certificateBody !== undefined) {
    return [
      problem(
        "KECS1015",
        `${path}.domainName`,
        `"${domainName}" asks for a certificate that is issued here, but certificateBody gives one`,
        "give one of the two",
      ),
    ];
  }
  if (domainName !== undefined) return validateNames(domainName, values, path);
  if (certificateBody === undefined) {
    return [
      problem(
        "KECS1009",
        `${path}.domainName`,
        "a certificate needs a host name, or certificateBody and privateKey",
        'write domainName: "shop.example.test"',
      ),
    ];
  }
  const issues = validateBody(certificateBody, `${path}.certificateBody`, now);
  const { certificateChain, subjectAlternativeNames } = values;
  if (subjectAlternativeNames !== undefined) {
    issues.push(contradicts(`${path}.subjectAlternativeNames`));
  }
  if (issues.length === 0 && certificateChain !== undefined) {
    issues.push(
      ...validateChain(certificateBody, certificateChain, `${path}.certificateChain`, now),
    );
  }
  return issues;
}

/** Every problem of a certificate's private key. No issue repeats anything of the key. */
export function validateKey(
  values: {
    readonly certificateBody?: string | undefined;
    readonly privateKey?: string | undefined;
  },
  path: string,
): Issue[] {
  const { certificateBody, privateKey } = values;
  const at = `${path}.privateKey`;
  const unusable = (why: string, hint: string): Issue[] => [problem("KECS1021", at, why, hint)];
  if (certificateBody === undefined) {
    return privateKey === undefined
      ? []
      : [contradicts(at, "is only allowed with certificateBody")];
  }
  if (privateKey === undefined) {
    return [problem("KECS1009", at, "certificateBody needs its private key", "give privateKey")];
  }
  const keys = pemBlocks(privateKey).filter(({ label }) => label.endsWith("PRIVATE KEY"));
  const [key] = keys;
  if (/ENCRYPTED/.test(privateKey)) {
    return unusable(
      "the private key is encrypted",
      "remove the passphrase: openssl pkey -in encrypted.pem -out key.pem",
    );
  }
  if (key === undefined || keys.length > 1) {
    return unusable(
      `the text has "${keys.length}" private keys, not one`,
      "give the content of the key's PEM file",
    );
  }
  try {
    const object = createPrivateKey(key.text);
    if (!["rsa", "ec"].includes(object.asymmetricKeyType ?? "")) {
      return unusable(
        `a key of type "${object.asymmetricKeyType ?? ""}" cannot be used; AWS accepts RSA and ECDSA`,
        "make another key and certificate",
      );
    }
    const [leaf] = certificatesOf(certificateBody);
    // Without a certificate there is an issue of its own already.
    if (leaf === undefined || leaf.checkPrivateKey(object)) return [];
    return unusable(
      "it is not the key of certificateBody",
      "give the key that belongs to the certificate",
    );
  } catch {
    return unusable("the private key cannot be read", "give the content of the key's PEM file");
  }
}

function validateNames(domainName: string, values: CertificateValues, path: string): Issue[] {
  const others = values.subjectAlternativeNames ?? [];
  const named = [
    [`${path}.domainName`, domainName] as const,
    ...others.map((name, i) => [`${path}.subjectAlternativeNames[${i}]`, name] as const),
  ];
  const issues = named.flatMap(([at, name]) =>
    isHostPattern(name) && isCertificateName(name)
      ? []
      : [
          problem(
            "KECS1012",
            at,
            `"${name}" is not a host name; only the whole first label may be *`,
            'write it as "shop.example.test" or "*.example.test"',
          ),
        ],
  );
  const count = validateBounds(
    others.length,
    [0, MAX_ALTERNATIVE_NAMES],
    `${path}.subjectAlternativeNames`,
    "names",
  );
  if (values.certificateChain !== undefined) issues.push(contradicts(`${path}.certificateChain`));
  return [...issues, ...count];
}

function validateBody(body: string, path: string, now: Date): Issue[] {
  const found = certificatesOf(body);
  const [leaf] = found;
  if (holdsKey(body)) {
    return [
      problem(
        "KECS1021",
        path,
        "it contains a private key, which belongs in privateKey",
        "give only the certificate",
      ),
    ];
  }
  if (found.length !== 1 || leaf === undefined) {
    return [
      problem(
        "KECS1021",
        path,
        found.length > 1
          ? `it holds "${found.length}" certificates, not one`
          : "it contains no readable certificate",
        "give only the server's own certificate as PEM, and those above it in certificateChain",
      ),
    ];
  }
  const issues = validateTime(leaf, path, now);
  if (namesOf(leaf).length === 0) {
    issues.push(
      problem(
        "KECS1021",
        path,
        "it has no host name in its subject alternative names, where clients look for it",
        "use a certificate that has subject alternative names",
      ),
    );
  }
  return issues;
}

function validateChain(body: string, chain: string, path: string, now: Date): Issue[] {
  const all = [...certificatesOf(body), ...certificatesOf(chain)];
  if (all.length < 2 || holdsKey(chain)) {
    return [
      problem(
        "KECS1021",
        path,
        holdsKey(chain) ? "it contains a private key" : "it contains no readable certificate",
        "give the certificates above certificateBody as PEM, or leave it out",
      ),
    ];
  }
  return all.slice(1).flatMap((issuer, i) => {
    const issued = all[i];
    if (issuer === undefined) {
      return [problem("KECS1021", path, `certificate ${i + 1} in it cannot be read`)];
    }
    if (issued !== undefined && isIssuedBy(issued, issuer)) return validateTime(issuer, path, now);
    return [
      problem(
        "KECS1021",
        path,
        `certificate ${i + 1} in it did not issue ${i === 0 ? "certificateBody" : `certificate ${i}`}`,
        "order them from the server's certificate up to the root",
      ),
    ];
  });
}

function isIssuedBy(issued: X509Certificate, issuer: X509Certificate): boolean {
  return issued.checkIssued(issuer) && issued.verify(issuer.publicKey);
}

function validateTime(certificate: X509Certificate, path: string, now: Date): Issue[] {
  const { validFrom, validTo } = certificate;
  if (new Date(validFrom) <= now && now < new Date(validTo)) return [];
  const why =
    new Date(validTo) <= now ? `it expired "${validTo}"` : `it is not valid before "${validFrom}"`;
  return [problem("KECS1021", path, why, "give one that is valid today")];
}

function contradicts(path: string, why = "belongs to the other kind of certificate"): Issue {
  return problem(
    "KECS1015",
    path,
    `it ${why}`,
    "give domainName, or certificateBody and privateKey",
  );
}

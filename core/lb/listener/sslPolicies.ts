export type TlsVersion = "1.0" | "1.1" | "1.2" | "1.3";

/** The TLS versions that a security policy speaks. */
export interface TlsVersions {
  readonly minimum: TlsVersion;
  readonly maximum: TlsVersion;
}

/*
 * The security policies of Application Load Balancers, without their common prefix.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 */
const PREFIX = "ELBSecurityPolicy-";
const TABLE: readonly (readonly [TlsVersion, TlsVersion, readonly string[]])[] = [
  ["1.0", "1.2", ["2015-05", "2016-08", "TLS-1-0-2015-04", "FS-2018-06"]],
  ["1.1", "1.2", ["TLS-1-1-2017-01", "FS-1-1-2019-08"]],
  [
    "1.2",
    "1.2",
    [
      "TLS-1-2-2017-01",
      "TLS-1-2-Ext-2018-06",
      "FS-1-2-2019-08",
      "FS-1-2-Res-2019-08",
      "FS-1-2-Res-2020-10",
    ],
  ],
  [
    "1.0",
    "1.3",
    [
      "TLS13-1-0-2021-06",
      "TLS13-1-0-FIPS-2023-04",
      "TLS13-1-0-PQ-2025-09",
      "TLS13-1-0-FIPS-PQ-2025-09",
    ],
  ],
  ["1.1", "1.3", ["TLS13-1-1-2021-06", "TLS13-1-1-FIPS-2023-04"]],
  [
    "1.2",
    "1.3",
    [
      "TLS13-1-2-2021-06",
      "TLS13-1-2-Res-2021-06",
      "TLS13-1-2-Ext1-2021-06",
      "TLS13-1-2-Ext2-2021-06",
      "TLS13-1-2-FIPS-2023-04",
      "TLS13-1-2-Res-FIPS-2023-04",
      "TLS13-1-2-Ext0-FIPS-2023-04",
      "TLS13-1-2-Ext1-FIPS-2023-04",
      "TLS13-1-2-Ext2-FIPS-2023-04",
      "TLS13-1-2-PQ-2025-09",
      "TLS13-1-2-Res-PQ-2025-09",
      "TLS13-1-2-Ext1-PQ-2025-09",
      "TLS13-1-2-Ext2-PQ-2025-09",
      "TLS13-1-2-FIPS-PQ-2025-09",
      "TLS13-1-2-Res-FIPS-PQ-2025-09",
      "TLS13-1-2-Ext0-FIPS-PQ-2025-09",
      "TLS13-1-2-Ext1-FIPS-PQ-2025-09",
      "TLS13-1-2-Ext2-FIPS-PQ-2025-09",
      "TLS13-1-2-RFC9151-FIPS-2023-07",
      "TLS13-1-2-Ext0-RFC9151-FIPS-2023-07",
      "TLS13-1-2-RFC9151-INTEROP1-FIPS-2023-07",
      "TLS13-1-2-RFC9151-INTEROP2-FIPS-2023-07",
      "TLS13-1-2-RFC9151-INTEROP3-FIPS-2023-07",
      "TLS13-1-2-RFC9151-INTEROP4-FIPS-2023-07",
    ],
  ],
  [
    "1.3",
    "1.3",
    [
      "TLS13-1-3-2021-06",
      "TLS13-1-3-FIPS-2023-04",
      "TLS13-1-3-PQ-2025-09",
      "TLS13-1-3-FIPS-PQ-2025-09",
      "TLS13-1-3-RFC9151-FIPS-2023-07",
    ],
  ],
];

const VERSIONS: ReadonlyMap<string, TlsVersions> = new Map(
  TABLE.flatMap(([minimum, maximum, names]) =>
    names.map((name) => [`${PREFIX}${name}`, { minimum, maximum }] as const),
  ),
);

/** Every security policy that a listener can name. */
export const SSL_POLICIES: readonly string[] = [...VERSIONS.keys()];

/** The TLS versions of a security policy, or undefined where AWS has none of that name. */
export function tlsVersionsOf(policy: string): TlsVersions | undefined {
  return VERSIONS.get(policy);
}

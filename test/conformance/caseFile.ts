import { readFileSync } from "node:fs";
import { parse } from "yaml";

/*
 * The types of the case files and how one is read. The head of cases.yaml says what every field
 * means; a field that it does not name is an error, so that no expectation passes unread.
 */

export interface CaseFile {
  readonly version: 1;
  readonly fixtures: Readonly<Record<string, Fixture>>;
  readonly cases: readonly (RuntimeCase | DescribedCase)[];
}

export interface Fixture {
  readonly simulateSourceIp?: boolean;
  readonly albs: readonly AlbFixture[];
  readonly targetGroups: Readonly<Record<string, TargetGroupFixture>>;
}

export interface AlbFixture {
  readonly name: string;
  readonly hostnames?: readonly string[];
  readonly catchAll?: boolean;
  /** By AWS's keys, such as `idle_timeout.timeout_seconds`. */
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
  readonly listeners: readonly ListenerFixture[];
}

export interface ListenerFixture {
  readonly port: number;
  readonly protocol: "HTTP" | "HTTPS";
  readonly defaultActions: readonly ActionFixture[];
  readonly rules?: readonly RuleFixture[];
}

export interface RuleFixture {
  readonly priority: number;
  readonly conditions: readonly ConditionFixture[];
  readonly actions: readonly ActionFixture[];
}

export interface ConditionFixture {
  readonly field:
    | "host-header"
    | "path-pattern"
    | "http-header"
    | "http-request-method"
    | "query-string"
    | "source-ip";
  readonly name?: string;
  readonly values?: readonly (string | { readonly key?: string; readonly value: string })[];
  readonly regexValues?: readonly string[];
}

export type ActionFixture =
  | {
      readonly type: "forward";
      readonly targetGroups: readonly { readonly name: string; readonly weight?: number }[];
      readonly stickiness?: { readonly enabled?: boolean; readonly duration?: number };
    }
  | {
      readonly type: "redirect";
      readonly statusCode: "HTTP_301" | "HTTP_302";
      readonly protocol?: string;
      readonly host?: string;
      readonly port?: string;
      readonly path?: string;
      readonly query?: string;
    }
  | {
      readonly type: "fixed-response";
      readonly statusCode: string;
      readonly contentType?: string;
      readonly messageBody?: string;
    };

export interface TargetGroupFixture {
  readonly targets: readonly string[];
  readonly protocol?: "HTTP" | "HTTPS";
  readonly protocolVersion?: "HTTP1" | "HTTP2" | "GRPC";
  readonly algorithm?: "round_robin" | "least_outstanding_requests" | "weighted_random";
  readonly stickiness?: {
    readonly type: "lb_cookie" | "app_cookie";
    readonly cookieName?: string;
    readonly duration?: number;
  };
}

interface AnyCase {
  readonly id: string;
  readonly title: string;
  readonly achievable: "yes" | "deviation" | "no";
  readonly source: string;
  readonly note?: string;
  /** What happens instead where `achievable` is `no`; a number is the status. */
  readonly local?: string | number;
  readonly inCluster?: string;
}

/** A request to the listeners of a fixture. */
export interface RuntimeCase extends AnyCase {
  readonly kind: "runtime";
  readonly feature: string;
  /** Name of the fixture. */
  readonly given: string;
  readonly request: CaseRequest;
  readonly expect: Expectation;
  /** How often the request is sent. */
  readonly repeat: number;
}

/** A case whose set-up is described instead of being a fixture. */
export interface DescribedCase extends AnyCase {
  readonly kind: "described";
  readonly feature: (typeof DESCRIBED_FEATURES)[number];
  readonly given: Readonly<Record<string, unknown>>;
  readonly request: Readonly<Record<string, unknown>>;
  readonly expect: Readonly<Record<string, unknown>>;
}

export interface CaseRequest {
  readonly port: number;
  /** Null where no Host header is sent. */
  readonly host: string | null;
  readonly path: string;
  readonly method: string;
  /** In the order in which they are sent; a name may come more than once. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: string;
  readonly tls: boolean;
  readonly http: "1.0" | "1.1";
  readonly http2: boolean;
  readonly websocket: boolean;
}

export interface Expectation {
  readonly status?: number;
  /** Null where no target may see the request. */
  readonly target?: string | null;
  readonly location?: string;
  readonly body?: string;
  readonly url?: string;
  readonly responseHeaders?: Readonly<Record<string, string>>;
  readonly targetHeaders?: Readonly<Record<string, string>>;
  readonly targetHeadersMatch?: Readonly<Record<string, string>>;
  readonly targetHeadersAbsent?: readonly string[];
  readonly targetHeadersAny?: readonly string[] | Readonly<Record<string, string>>;
  readonly distribution?: Readonly<Record<string, number>>;
  readonly sticky?: boolean;
  readonly setCookie?: readonly string[];
  readonly echo?: boolean;
  readonly trailers?: Readonly<Record<string, string>>;
}

export const DESCRIBED_FEATURES = ["tls", "robustness", "validation"] as const;

const KEYS = {
  file: ["version", "fixtures", "cases"],
  // `measured` is what somebody's run once gave; nothing reads it.
  case: [
    ...["id", "feature", "title", "given", "request", "expect", "repeat", "achievable", "local"],
    ...["note", "source", "inCluster", "measured"],
  ],
  request: [
    ...["port", "host", "path", "method", "headers", "body", "tls", "http", "http2", "websocket"],
  ],
  expect: [
    ...["status", "target", "location", "body", "url", "responseHeaders", "targetHeaders"],
    ...["targetHeadersMatch", "targetHeadersAbsent", "targetHeadersAny", "distribution"],
    ...["sticky", "setCookie", "echo", "trailers"],
  ],
  describedRequest: ["sni", "alpn", "tlsMin", "tlsMax", "clientCertificate", "load"],
  describedExpect: ["certificate", "handshake", "alpn", "statuses", "refused", "closedWithin"],
};

type Plain = Readonly<Record<string, unknown>>;

/** Reads a file of cases. */
export function loadCases(file: string): CaseFile {
  return readCases(readFileSync(file, "utf8"));
}

/** Reads the text of such a file: texts are whole, headers are lists, defaults are filled in. */
export function readCases(text: string): CaseFile {
  const raw = plain(expand(parse(text)), "the file");
  known(raw, KEYS.file, "the file");
  if (raw["version"] !== 1) throw new Error(`version ${String(raw["version"])} is not 1`);
  const fixtures = plain(raw["fixtures"] ?? {}, "fixtures") as CaseFile["fixtures"];
  const cases = list(raw["cases"], "cases").map((one) => readCase(plain(one, "a case"), fixtures));
  const ids = cases.map(({ id }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) throw new Error(`case ${twice} is there twice`);
  return { version: 1, fixtures, cases };
}

function readCase(raw: Plain, fixtures: CaseFile["fixtures"]): RuntimeCase | DescribedCase {
  const where = `case ${String(raw["id"])}`;
  known(raw, KEYS.case, where);
  for (const key of ["id", "feature", "title", "given", "expect", "achievable", "source"]) {
    if (raw[key] === undefined) throw new Error(`${where} has no ${key}`);
  }
  const request = plain(raw["request"] ?? {}, `${where}, request`);
  const expect = plain(raw["expect"], `${where}, expect`);
  if (isDescribed(raw["feature"])) {
    known(request, [...KEYS.request, ...KEYS.describedRequest], `${where}, request`);
    known(expect, [...KEYS.expect, ...KEYS.describedExpect], `${where}, expect`);
    return { ...raw, kind: "described", request } as unknown as DescribedCase;
  }
  known(request, KEYS.request, `${where}, request`);
  known(expect, KEYS.expect, `${where}, expect`);
  if (typeof raw["given"] !== "string" || fixtures[raw["given"]] === undefined) {
    throw new Error(`${where}: there is no fixture ${JSON.stringify(raw["given"])}`);
  }
  return {
    repeat: 1,
    ...raw,
    kind: "runtime",
    request: readRequest(request, where),
  } as unknown as RuntimeCase;
}

function readRequest(raw: Plain, where: string): CaseRequest {
  if (typeof raw["port"] !== "number" || typeof raw["path"] !== "string") {
    throw new Error(`${where}: a request needs a port and a path`);
  }
  if (raw["host"] === undefined) throw new Error(`${where}: a request without Host has host: null`);
  return {
    method: "GET",
    tls: false,
    http: "1.1",
    http2: false,
    websocket: false,
    ...raw,
    headers: readHeaders(raw["headers"] ?? {}, where),
  } as unknown as CaseRequest;
}

/** A record, whose values may be lists, or a list of pairs. */
function readHeaders(raw: unknown, where: string): CaseRequest["headers"] {
  const pairs = Array.isArray(raw)
    ? raw.map((pair) => list(pair, where))
    : Object.entries(plain(raw, `${where}, headers`));
  return pairs.flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((each) => [String(name), String(each)] as const),
  );
}

/** Puts whole texts in the place of `{prefix, repeat, count}`. */
function expand(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(expand);
  if (typeof value !== "object" || value === null) return value;
  const { prefix = "", repeat, count, ...rest } = value as Plain;
  const isText = typeof repeat === "string" && typeof count === "number";
  if (isText && typeof prefix === "string" && Object.keys(rest).length === 0) {
    return prefix + repeat.repeat(count);
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, expand(each)]));
}

function isDescribed(feature: unknown): boolean {
  return (DESCRIBED_FEATURES as readonly unknown[]).includes(feature);
}

function known(raw: Plain, keys: readonly string[], where: string): void {
  const unknown = Object.keys(raw).find((key) => !keys.includes(key));
  if (unknown !== undefined) throw new Error(`${where}: unknown key "${unknown}"`);
}

function plain(value: unknown, where: string): Plain {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Plain;
  throw new Error(`${where} is no record`);
}

function list(value: unknown, where: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Error(`${where} is no list`);
}

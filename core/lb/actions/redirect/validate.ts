import { problem, type Issue } from "../../../validate";
import type { RedirectValues } from "../values";
import type { ActionContext } from "../context";
import { redirectDefaults } from "./model";

/* https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html */
const MAX_LENGTH = 128;
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html */
const PLACEHOLDERS = {
  host: ["host"],
  path: ["host", "port", "path"],
  query: ["protocol", "host", "port", "path", "query"],
} as const;
/** Control characters, which cannot be in a Location. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u001f\u007f]/;

/** A redirect, field by field and as a whole. */
export function validateRedirect(
  redirect: RedirectValues,
  path: string,
  context: ActionContext,
): Issue[] {
  const { host, path: target, query } = redirect;
  return [
    ...validateChoices(redirect, path),
    ...validatePort(redirect.port, `${path}.port`),
    ...validateText("host", host, `${path}.host`, isHost, "a host name of letters, digits, . - _"),
    ...validateText("path", target, `${path}.path`, isPath, "a path with a leading slash"),
    ...validateText("query", query, `${path}.query`, isQuery, "a query without question mark"),
    ...validateWhole(redirect, path, context),
  ];
}

function validateChoices({ statusCode, protocol }: RedirectValues, path: string): Issue[] {
  const choices: [string, string | undefined, string[]][] = [
    ["statusCode", statusCode, ["HTTP_301", "HTTP_302"]],
    ["protocol", protocol, ["HTTP", "HTTPS", "#{protocol}"]],
  ];
  return choices.flatMap(([field, value, allowed]) => {
    if (value === undefined ? field !== "statusCode" : allowed.includes(value)) return [];
    return [
      problem(
        value === undefined ? "KECS1009" : "KECS1008",
        `${path}.${field}`,
        value === undefined
          ? `the redirect has no ${field}`
          : `${JSON.stringify(value)} is not a ${field} of a redirect`,
        `use ${allowed.join(" or ")}`,
      ),
    ];
  });
}

function validatePort(port: string | undefined, path: string): Issue[] {
  if (port === undefined || port === "#{port}") return [];
  if (/^[1-9]\d{0,4}$/.test(port) && Number(port) <= 65535) return [];
  return [
    problem(
      "KECS1011",
      path,
      `${JSON.stringify(port)} is not a port from 1 to 65535`,
      'write it as "443", or as "#{port}" for the port of the request',
    ),
  ];
}

function validateText(
  field: keyof typeof PLACEHOLDERS,
  value: string | undefined,
  path: string,
  fits: (withoutPlaceholders: string, value: string) => boolean,
  what: string,
): Issue[] {
  if (value === undefined) return [];
  const allowed: readonly string[] = PLACEHOLDERS[field];
  const unknown = [...value.matchAll(/#\{([^}]*)\}?/g)].filter(
    ([whole, name = ""]) => !whole.endsWith("}") || !allowed.includes(name),
  );
  const bare = value.replace(/#\{[^}]*\}?/g, "");
  const issues = unknown.map(([whole]) =>
    problem(
      "KECS1020",
      path,
      `${JSON.stringify(whole)} is not a placeholder for the ${field} of a redirect`,
      `use ${allowed.map((name) => `#{${name}}`).join(", ")}`,
    ),
  );
  if (value.length <= MAX_LENGTH && !CONTROL.test(value) && fits(bare, value)) return issues;
  return [
    ...issues,
    problem(
      "KECS1020",
      path,
      `${JSON.stringify(value)} is not ${what}, of at most ${MAX_LENGTH} characters`,
      `correct the ${field}, or leave it out to keep that of the request`,
    ),
  ];
}

function isHost(bare: string, value: string): boolean {
  return value !== "" && /^[-.\w]*$/.test(bare);
}

function isPath(bare: string, value: string): boolean {
  return value.startsWith("/") && !/\s/.test(bare);
}

function isQuery(bare: string, value: string): boolean {
  return !value.startsWith("?") && !/\s/.test(bare);
}

/** What AWS refuses of the fields together. */
function validateWhole(redirect: RedirectValues, path: string, context: ActionContext): Issue[] {
  const { listener } = context;
  if (listener?.protocol === "HTTPS" && redirect.protocol === "HTTP") {
    return [
      problem(
        "KECS1020",
        `${path}.protocol`,
        "AWS refuses to redirect from HTTPS to HTTP",
        "leave the protocol out, or redirect to HTTPS",
      ),
    ];
  }
  const { protocol, host, port, path: target } = redirectDefaults(redirect);
  const changes =
    !["#{protocol}", listener?.protocol].includes(protocol) ||
    !["#{port}", String(listener?.port)].includes(port) ||
    host !== "#{host}" ||
    target !== "/#{path}";
  if (changes) return [];
  return [
    problem(
      "KECS1020",
      path,
      "the redirect leads back to where it comes from",
      "change at least one of protocol, host, port and path",
    ),
  ];
}

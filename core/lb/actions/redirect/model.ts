import type { Redirect } from "../../model";
import type { RedirectValues } from "../values";

/** A redirect of which nothing is left open. */
type WholeRedirect = { readonly [Field in keyof RedirectValues]-?: string };

/**
 * A redirect with what AWS keeps of the request where nothing else is said.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html
 */
export function redirectDefaults(redirect: RedirectValues): WholeRedirect {
  return {
    statusCode: redirect.statusCode,
    protocol: redirect.protocol ?? "#{protocol}",
    host: redirect.host ?? "#{host}",
    port: redirect.port ?? "#{port}",
    path: redirect.path ?? "/#{path}",
    query: redirect.query ?? "#{query}",
  };
}

/** A valid redirect as the model has it. */
export function redirectOf(values: RedirectValues): Redirect {
  const { statusCode, ...where } = redirectDefaults(values);
  return { type: "redirect", statusCode: statusCode === "HTTP_301" ? 301 : 302, ...where };
}

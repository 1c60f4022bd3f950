import { MAXIMUM_KEYS } from "../protocol/limits";
import type { WireRequest } from "../protocol/protocol";
import { Refusal } from "../protocol/refusal";
import { fitsXml } from "./xmlCharacters";

const FORM = "application/x-www-form-urlencoded";

/**
 * The parameters of a request, from its query string and its form.
 *
 * @throws Refusal for text that is no form, and for a parameter that is there twice
 */
export function readParameters(request: WireRequest): ReadonlyMap<string, string> {
  const [path, ...query] = request.path.split("?");
  if (path !== "/" || !["GET", "POST"].includes(request.method)) {
    throw new Refusal("malformedRequest", "A call of this service is a POST or a GET of /.");
  }
  const pairs = [query.join("?"), formOf(request)]
    .flatMap((text) => text.split("&", MAXIMUM_KEYS + 1))
    .filter((pair) => pair !== "");
  if (pairs.length > MAXIMUM_KEYS) {
    throw new Refusal("malformedQuery", `There are more than ${MAXIMUM_KEYS} parameters.`);
  }
  const parameters = new Map<string, string>();
  for (const pair of pairs) {
    const [name = "", ...value] = pair.split("=").map(decode);
    if (parameters.has(name)) {
      throw new Refusal("malformedQuery", `The parameter '${name}' is there twice.`);
    }
    parameters.set(name, value.join("="));
  }
  return parameters;
}

function formOf({ method, headers, body }: WireRequest): string {
  if (method === "GET" || body.length === 0) return "";
  if (headers["content-type"]?.split(";")[0]?.trim().toLowerCase() !== FORM) {
    throw new Refusal("missingAction", `The Content-Type is not ${FORM}.`);
  }
  return body.toString("latin1");
}

function decode(text: string): string {
  try {
    const decoded = decodeURIComponent(text.replaceAll("+", " "));
    if (fitsXml(decoded)) return decoded;
  } catch {
    // Said below, as of any other text that is no form.
  }
  throw new Refusal("malformedQuery", "The query string contains a syntax error.");
}

import { problem, type Issue } from "../../../validate";

/*
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_HttpHeaderConditionConfig.html
 */
const MAX_NAME = 40;
const MAX_VALUE = 128;
/** A token of RFC 7230, 3.2.6, without `*`, which would be a wildcard. */
const NAME = /^[-!#$%&'+.^_`|~A-Za-z0-9]+$/;
/** What no field value can hold by RFC 7230, 3.2: control characters other than the tab. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f]/;

/** The name of the header field that a condition looks at. */
export function validateHeaderName(name: string | undefined, path: string): Issue[] {
  if (name === undefined || name === "") {
    return [
      problem("KECS1009", path, "the name of the header field is missing", "name the header field"),
    ];
  }
  if (name.toLowerCase() === "host") {
    return [
      problem(
        "KECS1018",
        path,
        `"${name}" is not available to http-header conditions`,
        "use hostHeader",
      ),
    ];
  }
  if (name.length <= MAX_NAME && NAME.test(name)) return [];
  return [
    problem(
      "KECS1018",
      path,
      `${JSON.stringify(name)} is not a header name of 1 to ${MAX_NAME} characters that RFC 7230 allows, without wildcards`,
      'write it as "X-Environment"',
    ),
  ];
}

/** One value of a header field. */
export function validateHeaderValue(value: string, path: string): Issue[] {
  if (value !== "" && value.length <= MAX_VALUE && !CONTROL.test(value)) return [];
  return [
    problem(
      "KECS1018",
      path,
      `${JSON.stringify(value)} is not a header value of 1 to ${MAX_VALUE} characters without control characters`,
      "shorten it with the wildcard * or leave the control characters out",
    ),
  ];
}

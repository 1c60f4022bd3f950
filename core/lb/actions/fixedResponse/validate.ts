import { problem, type Issue } from "../../../validate";
import type { FixedResponseValues } from "../values";

/* https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_FixedResponseActionConfig.html */
const MAX_BODY_BYTES = 1024;
const CONTENT_TYPES = [
  "text/plain",
  "text/css",
  "text/html",
  "application/javascript",
  "application/json",
];

/** A fixed response: its status, type and body. */
export function validateFixedResponse(response: FixedResponseValues, path: string): Issue[] {
  const { statusCode, contentType, messageBody = "" } = response;
  const issues: Issue[] = [];
  if (statusCode === undefined || !/^[245]\d\d$/.test(statusCode)) {
    issues.push(
      problem(
        statusCode === undefined ? "KECS1009" : "KECS1020",
        `${path}.statusCode`,
        `${JSON.stringify(statusCode ?? "")} is not a status of the classes 2xx, 4xx and 5xx`,
        'write it as "404"; to send the client elsewhere use an action of type redirect',
      ),
    );
  }
  if (contentType !== undefined && !CONTENT_TYPES.includes(contentType)) {
    issues.push(
      problem(
        "KECS1008",
        `${path}.contentType`,
        `${JSON.stringify(contentType)} is not a content type that AWS sends`,
        `use ${CONTENT_TYPES.join(", ")}`,
      ),
    );
  }
  const bytes = Buffer.byteLength(messageBody);
  if (bytes > MAX_BODY_BYTES) {
    issues.push(
      problem(
        "KECS1020",
        `${path}.messageBody`,
        `the body has "${bytes}" bytes, and AWS allows ${MAX_BODY_BYTES}`,
        "shorten it; letters beyond ASCII count two to four bytes each",
      ),
    );
  }
  return issues;
}

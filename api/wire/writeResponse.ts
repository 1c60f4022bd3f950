import type { OutgoingHttpHeaders } from "node:http";
import type { Readable } from "node:stream";

import { AwsError } from "../world/awsError";
import { credentialScope } from "./credentialScope";
import { awsJson } from "./json/awsJson";
import type { Protocol, RequestHead } from "./protocol/protocol";
import { Refusal } from "./protocol/refusal";
import { awsQuery } from "./query/awsQuery";
import type { ReadCall } from "./readRequest";
import { isService, SERVICES } from "./services";

export interface WireResponse {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string | Readable;
}

/** The answer to a call. */
export function writeOutput({ call, schemas }: ReadCall, output: object, id: string): WireResponse {
  const { protocol } = SERVICES[call.service];
  const body = protocol.writeOutput(call.operation, schemas.output, output, id);
  return { status: 200, headers: headersOf(protocol, id), body };
}

/**
 * The answer to a request that was refused, in the form that its caller reads. Of another error it says
 * nothing but that there was one.
 */
export function writeError(request: RequestHead, error: unknown, id: string): WireResponse {
  const protocol = protocolOf(request);
  const { status, code, message } = described(error, protocol.form);
  const fault = status >= 500 ? "server" : "client";
  return {
    status,
    headers: { ...headersOf(protocol, id), "x-amzn-errortype": code },
    body: protocol.writeError({ code, message, fault }, id),
  };
}

function described(
  error: unknown,
  form: Protocol["form"],
): { readonly status: number; readonly code: string; readonly message: string } {
  if (error instanceof AwsError) return { status: 400, code: error.code, message: error.message };
  const refusal =
    error instanceof Refusal
      ? error
      : new Refusal(
          "fault",
          "KECS failed on this request, through no fault of yours: the log of its AWS API tells why.",
        );
  return { status: refusal.status, code: refusal.code(form), message: refusal.message };
}

const OTHER_JSON = awsJson("");
const OTHER_QUERY = awsQuery({
  version: "",
  xmlNamespace: "http://webservices.amazon.com/AWSFault/2005-15-09",
  command: "",
});

/** The services of AWS that speak XML over REST, by their names in signatures. */
const REST_XML = ["s3", "s3express", "route53", "cloudfront"];

/** By the request's form first: a caller reads an answer as it wrote its question. */
function protocolOf(request: RequestHead): Protocol {
  const { headers, path } = request;
  const contentType = headers["content-type"] ?? "";
  const service = serviceOf(request);
  const own = service !== undefined && isService(service) ? SERVICES[service].protocol : undefined;
  if (headers["x-amz-target"] !== undefined || contentType.includes("json")) {
    return own?.form === "json" ? own : OTHER_JSON;
  }
  if (own !== undefined) return own;
  const isForm = contentType.includes("form") || /[?&]Action=/.test(path);
  const isXml = isForm || service === undefined || REST_XML.includes(service);
  return isXml ? OTHER_QUERY : OTHER_JSON;
}

function serviceOf(request: RequestHead): string | undefined {
  try {
    return credentialScope(request).service;
  } catch {
    return undefined;
  }
}

function headersOf({ contentType }: Protocol, id: string): Readonly<Record<string, string>> {
  return { "content-type": contentType, "x-amzn-requestid": id };
}

import type { RequestHead } from "./protocol/protocol";
import { Refusal } from "./protocol/refusal";

/** For what a request is signed. */
export interface CredentialScope {
  readonly region: string;
  /** By its name in signatures, such as `elasticloadbalancing`. */
  readonly service: string;
}

const SCOPE = /^[^/\s,]{1,256}\/\d{8}\/([a-z0-9-]{1,64})\/([A-Za-z0-9._-]{1,64})\/aws4_request$/;
const AUTHORIZATION = /^AWS4-HMAC-SHA256\s/;

/**
 * The scope of a request's signature, in its header or, of a presigned request, in its query string.
 * The signature itself is not checked.
 *
 * @throws Refusal for a request that is not signed: a web page can send none that is
 */
export function credentialScope({ headers, path }: RequestHead): CredentialScope {
  const [, region, service] =
    SCOPE.exec(fromHeader(headers.authorization) ?? fromQuery(path)) ?? [];
  if (region === undefined || service === undefined) {
    throw new Refusal(
      "unauthenticated",
      "Request is missing Authentication Token: KECS takes any AWS Signature Version 4, but there must be one.",
    );
  }
  return { region, service };
}

function fromHeader(authorization = ""): string | undefined {
  if (!AUTHORIZATION.test(authorization)) return undefined;
  return authorization.slice(0, 4096).split("Credential=")[1]?.split(/[,\s]/)[0];
}

function fromQuery(path: string): string {
  const query = path.indexOf("?");
  return new URLSearchParams(query < 0 ? "" : path.slice(query)).get("X-Amz-Credential") ?? "";
}

import type { SecureVersion } from "node:tls";
import { localHost } from "../../../core/hosts";
import type { AlbFixture, DescribedCase } from "../caseFile";
import { shakeHands, type Handshake, type Offer } from "../client/handshake";
import { compare, type Difference } from "../compare";
import { forwardTo, PROBE, type PlannedListener } from "../plan/plan";
import { localPortOf } from "../run/localPorts";
import { sendOnce } from "../run/send";
import type { Session } from "../run/session";
import { fixtureName, type Interpretation } from "./described";
import { NotUnderstood, Words } from "./vocabulary";

const DEFAULT_PORT = 443;
/** A name in the certificate that an instance has for load balancers without one of their own. */
const DEFAULT_NAME = "*.elb.localhost";

/**
 * `given` names one listener, by its certificate, policy and mutual authentication, and its load
 * balancer by attributes and host names; `request` what a client offers; `expect` what comes of it.
 */
export function tlsCase(of: DescribedCase): Interpretation {
  const name = fixtureName(of);
  const given = new Words(of.given, "given");
  const listener = readListener(given.below("listener"));
  const alb = given.below("alb");
  const hostnames = (alb.take("hostnames", "list") ?? []) as readonly string[];
  const attributes = alb.take("attributes", "record") as AlbFixture["attributes"];
  alb.end();
  given.end();
  const request = readRequest(of, name);
  const expect = readExpectation(of);
  const { certificate } = listener;
  return {
    fixture: {
      albs: [
        {
          name,
          hostnames: [...hostnames, ...(certificate === undefined ? [] : [certificate])],
          ...(attributes === undefined ? {} : { attributes }),
          listeners: [listener],
        },
      ],
      targetGroups: { one: { targets: ["echo-1"] } },
    },
    run: (session) => run(session, listener.port, request, expect),
  };
}

function readListener(words: Words): PlannedListener {
  const certificate = words.take("certificate", "string");
  const sslPolicy = words.take("sslPolicy", "string");
  const mutualAuthentication = words.take("mutualAuthentication", "string");
  const port = words.take("port", "number") ?? DEFAULT_PORT;
  words.take("protocol", "string");
  words.end();
  return {
    port,
    protocol: "HTTPS",
    defaultActions: forwardTo("one"),
    ...(certificate === undefined || certificate === "default" ? {} : { certificate }),
    ...(sslPolicy === undefined ? {} : { sslPolicy }),
    ...(mutualAuthentication === undefined ? {} : { mutualAuthentication }),
  };
}

interface Request extends Omit<Offer, "localPort" | "client"> {
  readonly host: string;
  readonly path: string;
  readonly clientWord: ClientWord | undefined;
}

type ClientWord = "trusted" | "untrusted";

function readRequest(of: DescribedCase, name: string): Request {
  const own = localHost(name);
  const words = new Words(of.request, "request");
  const hostOf = (word: string): string =>
    word === "this ALB" ? own : word === "other ALB" ? localHost(PROBE) : word;
  // A server name that is written as null is one that is not sent.
  const serverName = of.request["sni"] === null ? "" : hostOf(words.take("sni", "string") ?? own);
  words.take("sni", "string");
  const minVersion = secureVersion(words.take("tlsMin", "string"));
  const maxVersion = secureVersion(words.take("tlsMax", "string"));
  const alpn = words.take("alpn", "list") as readonly string[] | undefined;
  const clientWord = readClientWord(words.take("clientCertificate", "string"));
  const host = hostOf(words.take("host", "string") ?? (serverName === "" ? own : serverName));
  const path = words.take("path", "string") ?? "/";
  words.end();
  return {
    serverName,
    host,
    path,
    ...(minVersion === undefined ? {} : { minVersion }),
    ...(maxVersion === undefined ? {} : { maxVersion }),
    ...(alpn === undefined ? {} : { alpn }),
    clientWord,
  };
}

function readClientWord(word: string | undefined): ClientWord | undefined {
  if (word === undefined || word === "none") return undefined;
  if (word === "trusted" || word === "untrusted") return word;
  throw new NotUnderstood(`request.clientCertificate "${word}"`);
}

function secureVersion(text: string | undefined): SecureVersion | undefined {
  if (text === undefined) return undefined;
  return (text === "1.0" ? "TLSv1" : `TLSv${text}`) as SecureVersion;
}

function readExpectation(of: DescribedCase) {
  const words = new Words(of.expect, "expect");
  const expect = {
    certificate: words.take("certificate", "string"),
    handshake: words.take("handshake", "string"),
    alpn: words.take("alpn", "string"),
    status: words.take("status", "number"),
  };
  words.end();
  return expect;
}

async function run(
  { outputs, clients }: Session,
  listenerPort: number,
  { clientWord, ...request }: Request,
  expect: ReturnType<typeof readExpectation>,
): Promise<Difference[]> {
  const client = clientWord === undefined ? {} : { client: clients[clientWord] };
  const localPort = localPortOf(outputs.connection, listenerPort);
  const found: Difference[] = [];
  if ([expect.certificate, expect.handshake, expect.alpn].some((one) => one !== undefined)) {
    const hands = await shakeHands({ ...request, ...client, localPort });
    found.push(...compareHandshake(expect, hands));
  }
  if (expect.status !== undefined) {
    const { serverName, host, path } = request;
    const answer = await sendOnce({
      ...{ localPort, tls: true, version: "1.1", method: "GET", host, target: path, headers: [] },
      serverName,
      ...client,
    });
    found.push(...compare({ status: expect.status }, [answer]));
  }
  return found;
}

function compareHandshake(
  expect: ReturnType<typeof readExpectation>,
  { outcome, names, alpn, reason }: Handshake,
): Difference[] {
  const found: Difference[] = [];
  const check = (field: string, holds: boolean, expected: unknown, received: unknown): void => {
    if (!holds) found.push({ field, expected, received });
  };
  const { handshake, certificate } = expect;
  if (handshake !== undefined) {
    const holds = handshake === "accepted" ? outcome !== "refused" : outcome === handshake;
    check("handshake", holds, handshake, reason === undefined ? outcome : `${outcome}: ${reason}`);
  }
  if (certificate !== undefined) {
    const name = certificate === "default" ? DEFAULT_NAME : certificate;
    check("certificate", names.includes(name), certificate, names);
  }
  check("alpn", expect.alpn === undefined || alpn === expect.alpn, expect.alpn, alpn);
  return found;
}

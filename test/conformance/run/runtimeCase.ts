import { evaluate } from "../../../core/lb/evaluate/evaluate";
import type { Expectation, RuntimeCase } from "../caseFile";
import type { Wire } from "../client/wire";
import { compare, type Difference } from "../compare";
import { localPortOf, withLocalPorts } from "./localPorts";
import { send } from "./send";
import type { Session } from "./session";

/** Sends a case's request; returns in what the answers differ from what is expected. */
export async function runRuntimeCase(of: RuntimeCase, session: Session): Promise<Difference[]> {
  const wire = wireOf(of, session);
  const answers = await send(wire, { repeat: of.repeat, webSocket: of.request.websocket });
  return compare(localExpectation(of, wire, session), answers);
}

export function wireOf({ request }: RuntimeCase, { outputs }: Pick<Session, "outputs">): Wire {
  const { connection } = outputs;
  const { port, host, path, method, headers, body, tls, http, http2 } = request;
  return {
    localPort: localPortOf(connection, port),
    tls,
    version: http2 ? "2" : http,
    method,
    target: path,
    ...(host === null ? {} : { host: withLocalPorts(host, connection, port) }),
    headers,
    ...(body === undefined ? {} : { body }),
  };
}

/** The expectation with this instance's ports, and with the address that the cluster sees. */
export function localExpectation(of: RuntimeCase, wire: Wire, session: Session): Expectation {
  const { expect, request } = of;
  const { connection } = session.outputs;
  const local = (text: string): string => withLocalPorts(text, connection, request.port);
  const moved: Expectation = {
    ...expect,
    ...(expect.location === undefined ? {} : { location: local(expect.location) }),
    ...(expect.targetHeaders === undefined
      ? {}
      : { targetHeaders: mapValues(expect.targetHeaders, local) }),
  };
  return of.inCluster === undefined ? moved : seenInCluster(moved, of, wire, session);
}

function seenInCluster(
  expect: Expectation,
  { given }: RuntimeCase,
  wire: Wire,
  { peer, models, plan }: Session,
): Expectation {
  const inText = (text: string): string => text.replaceAll("127.0.0.1", peer);
  const inPattern = (pattern: string): string =>
    pattern.replaceAll("127\\.0\\.0\\.1", peer.replaceAll(".", "\\."));
  const { answer } = evaluate(models[given] ?? [], { ...wire, sourceIp: peer });
  const [group] = answer.type === "forward" ? answer.targetGroups : [];
  const target = plan[given]?.targetGroups[group?.name.slice(given.length + 1) ?? ""]?.targets[0];
  return {
    ...expect,
    // A rule may ask for the address: then it is the rules that say who answers.
    ...(expect.target === undefined || target === undefined ? {} : { target }),
    ...(expect.targetHeaders === undefined
      ? {}
      : { targetHeaders: mapValues(expect.targetHeaders, inText) }),
    ...(expect.targetHeadersMatch === undefined
      ? {}
      : { targetHeadersMatch: mapValues(expect.targetHeadersMatch, inPattern) }),
  };
}

function mapValues(
  record: Readonly<Record<string, string>>,
  change: (text: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([key, text]) => [key, change(text)]));
}

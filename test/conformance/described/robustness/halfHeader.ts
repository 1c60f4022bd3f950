import { once } from "node:events";
import { connect } from "node:net";
import { localHost } from "../../../../core/hosts";
import type { DescribedCase } from "../../caseFile";
import { forwardTo } from "../../plan/plan";
import { fixtureName, type Interpretation } from "../described";

/** `request.headers` of which only half comes, and what becomes of the connection. */
export function halfHeader(of: DescribedCase): Interpretation | undefined {
  if (of.request["headers"] !== "half of one") return undefined;
  const seconds = Number(of.expect["closedWithin"]);
  const name = fixtureName(of);
  return {
    fixture: {
      albs: [
        { name, listeners: [{ port: 80, protocol: "HTTP", defaultActions: forwardTo("one") }] },
      ],
      targetGroups: { one: { targets: ["echo-1"] } },
    },
    run: async ({ outputs }) => {
      const closed = await closedAfter(outputs.connection.httpPort, localHost(name), seconds);
      return closed ? [] : [{ field: "closedWithin", expected: seconds, received: "still open" }];
    },
  };
}

async function closedAfter(port: number, host: string, seconds: number): Promise<boolean> {
  const socket = connect({ host: "127.0.0.1", port });
  const patience = AbortSignal.timeout(seconds * 1000);
  socket.resume();
  // A whole request first: it is the load balancer's own server that ends half a one.
  socket.write(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\nGET / HTTP/1.1\r\nHost: ${host}\r\nX-Half`);
  try {
    await once(socket, "close", { signal: patience });
    return true;
  } catch (error) {
    if (patience.aborted) return false;
    throw error;
  } finally {
    socket.destroy();
  }
}

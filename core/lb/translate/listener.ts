import type { Listener, LoadBalancer } from "../model";
import { defaultObjects } from "./child";
import {
  forwardMiddleware,
  guardMiddleware,
  headersMiddleware,
  plainMiddleware,
  preludeMiddleware,
  traceMiddleware,
} from "./middlewares";
import type { ProtocolVersion } from "../traefikObjects/names";
import type { KubeObject } from "../traefikObjects/object";
import { plainRoot, rootObjects } from "./root";

/** Everything that a listener is, without its rules. */
export interface ListenerObjects {
  readonly headers: KubeObject;
  readonly prelude: KubeObject;
  readonly guard: KubeObject;
  readonly trace: KubeObject;
  /** By the protocol version of the target groups that are forwarded to. */
  readonly forwards: Readonly<Record<ProtocolVersion, KubeObject>>;
  /** The objects of the default action, none where it forwards to one target group. */
  readonly defaultParts: readonly KubeObject[];
  readonly defaultRoute: KubeObject;
  readonly root: KubeObject;
  /** Only where the listener has TLS options and hosts that cannot have them. */
  readonly wildcardRoot?: KubeObject;
  /** Only of HTTPS. */
  readonly plain?: { readonly answer: KubeObject; readonly root: KubeObject };
}

/** What a listener becomes. */
export function listenerObjects(lb: LoadBalancer, listener: Listener): ListenerObjects {
  const of = { lb, listener };
  const { parts, route } = defaultObjects(of);
  return {
    headers: headersMiddleware(of),
    prelude: preludeMiddleware(of),
    guard: guardMiddleware(of),
    trace: traceMiddleware(of),
    forwards: {
      HTTP1: forwardMiddleware(of, "HTTP1"),
      HTTP2: forwardMiddleware(of, "HTTP2"),
      GRPC: forwardMiddleware(of, "GRPC"),
    },
    defaultParts: parts,
    defaultRoute: route,
    ...rootObjects(of),
    ...(listener.protocol === "HTTPS"
      ? { plain: { answer: plainMiddleware(of), root: plainRoot(of) } }
      : {}),
  };
}

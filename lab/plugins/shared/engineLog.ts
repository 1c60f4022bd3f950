import { credentials } from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";

/** The engine's log: what a plugin has to say about a resource, in Pulumi's own output. */
export interface EngineLog {
  /** A line that belongs to the report of the deployment. */
  report(severity: "info" | "warning" | "error", urn: string, message: string): void;
  /** A line that says how things stand at the moment and is replaced by the next. */
  status(severity: "info" | "warning", urn: string, message: string): void;
  /** Resolves when all that was said has arrived. */
  flush(): Promise<void>;
}

const severities = {
  info: LogSeverity.INFO,
  warning: LogSeverity.WARNING,
  error: LogSeverity.ERROR,
};

export function connectLog(engineAddress: string): EngineLog {
  const client = new EngineClient(engineAddress, credentials.createInsecure());
  // One at a time: lines keep their order.
  let last: Promise<void> = Promise.resolve();
  const send = (
    severity: keyof typeof severities,
    urn: string,
    message: string,
    ephemeral: boolean,
  ): void => {
    const request = new LogRequest();
    request.setSeverity(severities[severity]);
    request.setUrn(urn);
    request.setMessage(message);
    request.setEphemeral(ephemeral);
    last = last.then(
      () =>
        new Promise((resolve) => {
          // A log that cannot be written must not fail the operation it tells about.
          client.log(request, () => {
            resolve();
          });
        }),
    );
  };
  return {
    report: (severity, urn, message) => {
      send(severity, urn, message, false);
    },
    status: (severity, urn, message) => {
      send(severity, urn, message, true);
    },
    flush: () => last,
  };
}

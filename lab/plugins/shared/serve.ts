import { Server, ServerCredentials } from "@grpc/grpc-js";

const maxMessageBytes = 400 * 1024 * 1024;
const parentCheckMilliseconds = 1000;

/** The engine's address is the one argument of a plugin that is not an option. */
export function engineAddressFrom(argv: readonly string[]): string {
  return argv.filter((argument) => !argument.startsWith("-")).at(-1) ?? "";
}

/**
 * Serves a plugin: binds a free port of this machine, prints it for the engine and stays until
 * the engine ends it or is gone itself. `stop` ends what the plugin has started.
 */
export function serve(register: (server: Server) => void, stop: () => void): void {
  const server = new Server({
    "grpc.max_receive_message_length": maxMessageBytes,
    "grpc.max_send_message_length": maxMessageBytes,
  });
  register(server);
  const end = (): void => {
    stop();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, end);
  const engine = process.ppid;
  setInterval(() => {
    if (process.ppid !== engine) end();
  }, parentCheckMilliseconds).unref();
  server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
    if (error) {
      process.stderr.write(`KECS's lab stand-in cannot listen: ${error.message}\n`);
      process.exit(1);
    }
    process.stdout.write(`${port}\n`);
  });
}

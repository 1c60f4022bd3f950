import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";

import { connectLog } from "./engineLog";
import type { EngineLog } from "./engineLog";
import type { Provider } from "./provider";
import { providerService } from "./providerService";
import { engineAddressFrom, serve } from "./serve";

/** Runs a provider plugin as the engine starts it. */
export function runProvider(create: (log: EngineLog) => Provider): void {
  const provider = create(connectLog(engineAddressFrom(process.argv.slice(2))));
  serve(
    (server) => {
      server.addService(ResourceProviderService, providerService(provider));
    },
    () => {
      provider.cancel();
    },
  );
}

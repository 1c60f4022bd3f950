import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";

import { engineAddressFrom, serve } from "../shared/serve";

import { languageService } from "./languageService";
import { ProgramRunner } from "./programRunner";

const runner = new ProgramRunner();
serve(
  (server) => {
    const engineAddress = engineAddressFrom(process.argv.slice(2));
    server.addService(LanguageRuntimeService, languageService(runner, engineAddress));
  },
  () => {
    runner.cancel();
  },
);

import { status } from "@grpc/grpc-js";
import type { ServerWritableStream, UntypedServiceImplementation } from "@grpc/grpc-js";
import * as proto from "@pulumi/pulumi/proto/language_pb";
import { PackageDependency, PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

import { NotSupportedError, unary } from "../shared/unary";

import { installDependencies } from "./installDependencies";
import { installedPackages, requiredPlugins } from "./installedPackages";
import type { ProgramRunner } from "./programRunner";
import { parseRuntimeOptions } from "./runtimeOptions";
import type { RuntimeOptions } from "./runtimeOptions";

/** The version of Pulumi whose language host this one stands in for. */
const version = "3.250.0";
const pluginName = "nodejs language";

function infoOf(info: proto.ProgramInfo | undefined): proto.ProgramInfo {
  if (info === undefined) throw new Error("the engine sent no description of the program");
  return info;
}

function optionsOf(info: proto.ProgramInfo): RuntimeOptions {
  return parseRuntimeOptions(info.getOptions()?.toJavaScript() ?? {});
}

function packageDependencies(programDirectory: string): PackageDependency[] {
  return requiredPlugins(programDirectory).map((plugin) => {
    const dependency = new PackageDependency();
    dependency.setName(plugin.name);
    dependency.setKind("resource");
    dependency.setVersion(plugin.version);
    dependency.setServer(plugin.server);
    return dependency;
  });
}

function about(): proto.AboutResponse {
  const response = new proto.AboutResponse();
  response.setExecutable(process.execPath);
  response.setVersion(process.version);
  response.getMetadataMap().set("packagemanager", "npm");
  response.getMetadataMap().set("languageHost", "KECS's lab stand-in");
  return response;
}

/** The gRPC service `LanguageRuntime` for Node.js. */
export function languageService(
  runner: ProgramRunner,
  initialEngineAddress: string,
): UntypedServiceImplementation {
  let engineAddress = initialEngineAddress;

  async function run(request: proto.RunRequest): Promise<proto.RunResponse> {
    const info = infoOf(request.getInfo());
    if (request.getAttachDebugger()) throw new NotSupportedError(pluginName, "debugger");
    const outcome = await runner.run(
      {
        monitorAddress: request.getMonitorAddress(),
        engineAddress,
        organization: request.getOrganization(),
        project: request.getProject(),
        stack: request.getStack(),
        rootDirectory: info.getRootDirectory(),
        programDirectory: info.getProgramDirectory(),
        entryPoint: info.getEntryPoint(),
        args: request.getArgsList(),
        parallel: request.getParallel(),
        dryRun: request.getDryrun(),
        config: new Map(request.getConfigMap().entries()),
        configSecretKeys: request.getConfigsecretkeysList(),
      },
      optionsOf(info),
    );
    const response = new proto.RunResponse();
    response.setError(outcome.error);
    response.setBail(outcome.bail);
    return response;
  }

  const refuse = (what: string) =>
    unary(() => {
      throw new NotSupportedError(pluginName, what);
    });

  return {
    handshake: unary((request: proto.LanguageHandshakeRequest) => {
      engineAddress = request.getEngineAddress();
      return new proto.LanguageHandshakeResponse();
    }),
    getPluginInfo: unary(() => {
      const info = new PluginInfo();
      info.setVersion(version);
      return info;
    }),
    about: unary(about),
    run: unary(run),
    cancel: unary(() => {
      runner.cancel();
      return new Empty();
    }),
    getRequiredPackages: unary((request: proto.GetRequiredPackagesRequest) => {
      const response = new proto.GetRequiredPackagesResponse();
      const directory = infoOf(request.getInfo()).getProgramDirectory();
      response.setPackagesList(packageDependencies(directory));
      return response;
    }),
    getRequiredPlugins: refuse("getRequiredPlugins, which getRequiredPackages has replaced"),
    getProgramDependencies: unary((request: proto.GetProgramDependenciesRequest) => {
      const response = new proto.GetProgramDependenciesResponse();
      const directory = infoOf(request.getInfo()).getProgramDirectory();
      const packages = installedPackages(directory, request.getTransitivedependencies());
      for (const installed of packages) {
        const dependency = new proto.DependencyInfo();
        dependency.setName(installed.name);
        dependency.setVersion(installed.version);
        response.addDependencies(dependency);
      }
      return response;
    }),
    runtimeOptionsPrompts: unary(() => new proto.RuntimeOptionsResponse()),
    template: unary(() => new proto.TemplateResponse()),
    installDependencies: (
      call: ServerWritableStream<
        proto.InstallDependenciesRequest,
        proto.InstallDependenciesResponse
      >,
    ) => {
      installDependencies(
        infoOf(call.request.getInfo()).getProgramDirectory(),
        (output, stream) => {
          const response = new proto.InstallDependenciesResponse();
          if (stream === "stdout") response.setStdout(output);
          else response.setStderr(output);
          call.write(response);
        },
      ).then(
        () => {
          call.end();
        },
        (error: unknown) => {
          call.emit("error", { code: status.UNKNOWN, details: String(error) });
        },
      );
    },
    runPlugin: refuseStream("plugins written in JavaScript"),
    generateProgram: refuse("code generation"),
    generateProject: refuse("code generation"),
    generatePackage: refuse("code generation"),
    pack: refuse("packing"),
    link: refuse("linking"),
  };
}

function refuseStream(what: string): (call: ServerWritableStream<unknown, unknown>) => void {
  return (call) => {
    const { message } = new NotSupportedError(pluginName, what);
    call.emit("error", { code: status.UNIMPLEMENTED, details: message });
  };
}

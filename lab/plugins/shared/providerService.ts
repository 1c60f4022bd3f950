import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

import type { PropertyMap } from "./properties";
import type { Autonaming, CheckFailure, CheckResult, DiffResult, Provider } from "./provider";
import { formatPath } from "./propertyPath";
import type { PropertyChange } from "./propertyDiff";
import { NotSupportedError, unary } from "./unary";

function toMap(struct: Struct | undefined): PropertyMap {
  return struct?.toJavaScript() ?? {};
}

function toStruct(map: PropertyMap): Struct {
  return Struct.fromJavaScript(map);
}

const autonamingModes = {
  [proto.CheckRequest.AutonamingOptions.Mode.PROPOSE]: "propose",
  [proto.CheckRequest.AutonamingOptions.Mode.ENFORCE]: "enforce",
  [proto.CheckRequest.AutonamingOptions.Mode.DISABLE]: "disable",
} as const;

function autonamingOf(request: proto.CheckRequest): Autonaming | undefined {
  const options = request.getAutonaming();
  return options === undefined
    ? undefined
    : { mode: autonamingModes[options.getMode()], proposedName: options.getProposedName() };
}

function checkRequest(request: proto.CheckRequest): Parameters<Provider["check"]>[0] {
  return {
    urn: request.getUrn(),
    olds: toMap(request.getOlds()),
    news: toMap(request.getNews()),
    autonaming: autonamingOf(request),
  };
}

function checkFailures(failures: readonly CheckFailure[] = []): proto.CheckFailure[] {
  return failures.map(({ property, reason }) => {
    const failure = new proto.CheckFailure();
    failure.setProperty(property);
    failure.setReason(reason);
    return failure;
  });
}

function checkResponse(result: CheckResult): proto.CheckResponse {
  const response = new proto.CheckResponse();
  response.setInputs(toStruct(result.inputs));
  response.setFailuresList(checkFailures(result.failures));
  return response;
}

function diffRequest(request: proto.DiffRequest): Parameters<Provider["diff"]>[0] {
  return {
    id: request.getId(),
    urn: request.getUrn(),
    olds: toMap(request.getOlds()),
    oldInputs: toMap(request.getOldInputs()),
    news: toMap(request.getNews()),
    ignoreChanges: request.getIgnorechangesList(),
  };
}

const { Kind } = proto.PropertyDiff;
const changeKinds = {
  add: [Kind.ADD, Kind.ADD_REPLACE],
  delete: [Kind.DELETE, Kind.DELETE_REPLACE],
  update: [Kind.UPDATE, Kind.UPDATE_REPLACE],
} as const;

function propertyDiff(change: PropertyChange): proto.PropertyDiff {
  const diff = new proto.PropertyDiff();
  diff.setKind(changeKinds[change.kind][change.replace ? 1 : 0]);
  return diff;
}

function diffResponse({ changes, deleteBeforeReplace }: DiffResult): proto.DiffResponse {
  const response = new proto.DiffResponse();
  const { DIFF_SOME, DIFF_NONE } = proto.DiffResponse.DiffChanges;
  response.setChanges(changes.length > 0 ? DIFF_SOME : DIFF_NONE);
  response.setHasdetaileddiff(true);
  response.setDeletebeforereplace(deleteBeforeReplace);
  const details = response.getDetaileddiffMap();
  for (const change of changes) {
    const path = formatPath(change.path);
    details.set(path, propertyDiff(change));
    response.addDiffs(String(change.path[0]));
    if (change.replace) response.addReplaces(path);
  }
  return response;
}

function handshake(): proto.ProviderHandshakeResponse {
  const response = new proto.ProviderHandshakeResponse();
  response.setAcceptSecrets(true);
  response.setSupportsAutonamingConfiguration(true);
  return response;
}

function configured(): proto.ConfigureResponse {
  const response = new proto.ConfigureResponse();
  response.setAcceptsecrets(true);
  response.setSupportspreview(true);
  response.setSupportsAutonamingConfiguration(true);
  return response;
}

/** The gRPC service `ResourceProvider` for a provider. */
export function providerService(provider: Provider): UntypedServiceImplementation {
  const refuse = (what: string) =>
    unary(() => {
      throw new NotSupportedError(provider.name, what);
    });
  return {
    handshake: unary(handshake),
    getPluginInfo: unary(() => {
      const info = new PluginInfo();
      info.setVersion(provider.version);
      return info;
    }),
    checkConfig: unary(async (request: proto.CheckRequest) =>
      checkResponse(await provider.checkConfig(checkRequest(request))),
    ),
    diffConfig: unary(async (request: proto.DiffRequest) =>
      diffResponse(await provider.diffConfig(diffRequest(request))),
    ),
    configure: unary(async (request: proto.ConfigureRequest) => {
      const variables = new Map(request.getVariablesMap().entries());
      await provider.configure({ args: toMap(request.getArgs()), variables });
      return configured();
    }),
    invoke: unary(async (request: proto.InvokeRequest) => {
      const { result, failures } = await provider.invoke(
        request.getTok(),
        toMap(request.getArgs()),
      );
      const response = new proto.InvokeResponse();
      response.setReturn(toStruct(result));
      response.setFailuresList(checkFailures(failures));
      return response;
    }),
    check: unary(async (request: proto.CheckRequest) =>
      checkResponse(await provider.check(checkRequest(request))),
    ),
    diff: unary(async (request: proto.DiffRequest) =>
      diffResponse(await provider.diff(diffRequest(request))),
    ),
    create: unary(async (request: proto.CreateRequest) => {
      const { id, outputs } = await provider.create({
        urn: request.getUrn(),
        inputs: toMap(request.getProperties()),
        timeoutSeconds: request.getTimeout(),
        preview: request.getPreview(),
      });
      const response = new proto.CreateResponse();
      response.setId(id);
      response.setProperties(toStruct(outputs));
      return response;
    }),
    read: unary(async (request: proto.ReadRequest) => {
      const { id, properties, inputs } = await provider.read({
        id: request.getId(),
        urn: request.getUrn(),
        properties: toMap(request.getProperties()),
        inputs: toMap(request.getInputs()),
      });
      const response = new proto.ReadResponse();
      response.setId(id);
      response.setProperties(toStruct(properties));
      response.setInputs(toStruct(inputs));
      return response;
    }),
    update: unary(async (request: proto.UpdateRequest) => {
      const outputs = await provider.update({
        id: request.getId(),
        urn: request.getUrn(),
        olds: toMap(request.getOlds()),
        oldInputs: toMap(request.getOldInputs()),
        news: toMap(request.getNews()),
        timeoutSeconds: request.getTimeout(),
        preview: request.getPreview(),
        ignoreChanges: request.getIgnorechangesList(),
      });
      const response = new proto.UpdateResponse();
      response.setProperties(toStruct(outputs));
      return response;
    }),
    delete: unary(async (request: proto.DeleteRequest) => {
      await provider.delete({
        id: request.getId(),
        urn: request.getUrn(),
        properties: toMap(request.getProperties()),
        oldInputs: toMap(request.getOldInputs()),
        timeoutSeconds: request.getTimeout(),
      });
      return new Empty();
    }),
    cancel: unary(() => {
      provider.cancel();
      return new Empty();
    }),
    attach: refuse("attaching to a debugger"),
    getSchema: refuse("schema"),
    getMapping: unary(() => new proto.GetMappingResponse()),
    getMappings: unary(() => new proto.GetMappingsResponse()),
    parameterize: refuse("parameters"),
    construct: refuse("components"),
    call: refuse("methods"),
  };
}

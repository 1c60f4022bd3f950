import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { MockMonitor } from "@pulumi/pulumi/runtime/mocks";

/** One resource as Pulumi's engine was asked to register it. */
export interface Registration {
  readonly type: string;
  readonly name: string;
  /** `type::name` of the parent; undefined for a child of the stack. */
  readonly parent: string | undefined;
  readonly inputs: Record<string, unknown>;
  readonly options: RegisteredOptions;
}

/** The options that decide about life and order; absent where they were not given. */
export interface RegisteredOptions {
  readonly deletedWith?: string;
  /** `type::name` of every resource that is waited for, sorted; of dependsOn and of the inputs. */
  readonly dependencies?: readonly string[];
  /** Name of the explicit provider. */
  readonly provider?: string;
  readonly deleteBeforeReplace?: true;
  readonly additionalSecretOutputs?: readonly string[];
  readonly timeouts?: { create: string; update: string; delete: string };
}

export interface Deployment {
  /** In the order in which they were registered. */
  readonly resources: readonly Registration[];
  /** What each component registered as its outputs, by `type::name`; the first call counts. */
  readonly outputs: ReadonlyMap<string, Record<string, unknown>>;
  /** The resources with this type. */
  ofType(type: string): Registration[];
  /** The one resource with this name and type. */
  one(type: string, name: string): Registration;
}

export interface DeployOptions {
  readonly preview?: boolean;
  /** State that a provider would add, by resource type; in a preview it stays unknown. */
  readonly state?: Readonly<Record<string, Record<string, unknown>>>;
  /** Whether components are left without a provider that they were not given; default false. */
  readonly bare?: boolean;
}

/** The largest objects of all by far, of which no resource reads what the API server answers. */
const DEFINITION = "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition";

/** The parts of the engine's request that tests look at. */
interface Request {
  getType(): string;
  getName(): string;
  getParent(): string;
  getObject(): { toJavaScript(): Record<string, unknown> };
  getProvider(): string;
  getDeletedwith(): string;
  getDependenciesList(): string[];
  getDeletebeforereplace(): boolean;
  getAdditionalsecretoutputsList(): string[];
  getCustomtimeouts():
    { getCreate(): string; getUpdate(): string; getDelete(): string } | undefined;
}

/** `type::name` of a URN. */
export function short(urn: string): string {
  const [, , qualified = "", name = ""] = urn.split("::");
  return `${qualified.split("$").at(-1) ?? ""}::${name}`;
}

/**
 * Runs a program against a mock of the engine, in a stack of its own, and waits for all of it.
 * Rejects with the program's error; what was registered before is in `registered`.
 */
export async function deploy(
  program: () => unknown,
  options: DeployOptions = {},
  registered: Registration[] = [],
): Promise<Deployment> {
  const preview = options.preview === true;
  const outputs = new Map<string, Record<string, unknown>>();
  let failure: { readonly error: unknown } | undefined;
  const spies = [record(registered), recordOutputs(outputs)];
  try {
    await pulumi.runtime.setMocks(
      {
        call: () => ({}),
        newResource: ({ type, name, inputs, custom }) => {
          if (preview) return { id: "", state: { ...(inputs as object) } };
          const taken = type === DEFINITION ? {} : (inputs as object);
          return {
            id: custom === true ? `${name}-id` : "",
            state: { ...taken, ...options.state?.[type] },
          };
        },
      },
      "kecs",
      "test",
      preview,
    );
    await pulumi.runtime.runInPulumiStack(async () => {
      if (options.bare !== true) provideForComponents();
      try {
        return (await program()) as Record<string, unknown> | undefined;
      } catch (error) {
        // The stack would reject a promise that nobody awaits.
        failure = { error };
        return undefined;
      }
    });
    await (pulumi.runtime as unknown as { waitForRPCs(): Promise<void> }).waitForRPCs();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  if (failure !== undefined) throw failure.error;
  const ofType = (type: string) => registered.filter((resource) => resource.type === type);
  return {
    resources: registered,
    outputs,
    ofType,
    one(type, name) {
      const found = ofType(type).filter((resource) => resource.name === name);
      const [only] = found;
      if (only === undefined || found.length !== 1) {
        throw new Error(`${found.length} resources ${type}::${name}`);
      }
      return only;
    },
  };
}

/** The provider that components of tests get; it is in no record of what was registered. */
const PROVIDER = "of-all-tests";

/** Gives every component a provider that was given none, as an instance does to those in it. */
function provideForComponents(): void {
  let provider: k8s.Provider | undefined;
  pulumi.runtime.registerStackTransformation(({ type, props, opts }) => {
    const { parent, providers } = opts as pulumi.ComponentResourceOptions;
    const isGiven = opts.provider ?? providers ?? parent?.getProvider("kubernetes:v1:Pod");
    if (!/^kecs:(?!instance:)/.test(type) || isGiven !== undefined) return undefined;
    provider ??= new k8s.Provider(PROVIDER);
    return { props, opts: pulumi.mergeOptions(opts, { provider }) };
  });
}

type Method = (this: MockMonitor, request: Request, callback: unknown) => unknown;

function record(registered: Registration[]): jest.SpyInstance {
  // Called below with the monitor that it belongs to.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const original = MockMonitor.prototype.registerResource as Method;
  return jest.spyOn(MockMonitor.prototype, "registerResource").mockImplementation(function (
    this: MockMonitor,
    request: Request,
    callback: unknown,
  ) {
    if (request.getType() !== "pulumi:pulumi:Stack" && request.getName() !== PROVIDER) {
      registered.push(registration(request));
    }
    return original.call(this, request, callback) as Promise<void>;
  });
}

/** Only the first call counts: the base class makes a second, empty one that is ignored. */
function recordOutputs(outputs: Map<string, Record<string, unknown>>): jest.SpyInstance {
  type Outputs = Request & { getUrn(): string; getOutputs(): ReturnType<Request["getObject"]> };
  // Called below with the monitor that it belongs to.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const original = MockMonitor.prototype.registerResourceOutputs as Method;
  return jest.spyOn(MockMonitor.prototype, "registerResourceOutputs").mockImplementation(function (
    this: MockMonitor,
    request: Outputs,
    callback: unknown,
  ) {
    const key = short(request.getUrn());
    if (!outputs.has(key)) outputs.set(key, plain(request.getOutputs().toJavaScript()));
    original.call(this, request, callback);
  });
}

function registration(request: Request): Registration {
  const parent = short(request.getParent());
  return {
    type: request.getType(),
    name: request.getName(),
    parent: parent.startsWith("pulumi:pulumi:Stack::") ? undefined : parent,
    inputs: plain(request.getObject().toJavaScript()),
    options: registeredOptions(request),
  };
}

function registeredOptions(request: Request): RegisteredOptions {
  const dependencies = request.getDependenciesList().map(short).sort();
  const secrets = request.getAdditionalsecretoutputsList();
  const timeouts = request.getCustomtimeouts();
  // A reference to a provider is its URN, "::" and its id.
  const [, , , provider] = request.getProvider().split("::");
  return {
    ...(request.getDeletedwith() === "" ? {} : { deletedWith: short(request.getDeletedwith()) }),
    ...(dependencies.length === 0 ? {} : { dependencies }),
    ...(provider === undefined || provider === PROVIDER ? {} : { provider }),
    ...(request.getDeletebeforereplace() ? { deleteBeforeReplace: true } : {}),
    ...(secrets.length === 0 ? {} : { additionalSecretOutputs: secrets }),
    ...(timeouts === undefined || timeouts.getCreate() === ""
      ? {}
      : {
          timeouts: {
            create: timeouts.getCreate(),
            update: timeouts.getUpdate(),
            delete: timeouts.getDelete(),
          },
        }),
  };
}

/** What a resource is deleted with, as the engine tells: its own option, else its parent's. */
export function deletedWith(deployment: Deployment, resource: Registration): string | undefined {
  const parent = deployment.resources.find(
    ({ type, name }) => `${type}::${name}` === resource.parent,
  );
  return (
    resource.options.deletedWith ??
    (parent === undefined ? undefined : deletedWith(deployment, parent))
  );
}

/** What a test sees in the place of a secret or of a value that the preview does not know. */
export const SECRET = (value: unknown): unknown => ({ secret: value });
export const UNKNOWN = { unknown: true };

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";

function plain(properties: Record<string, unknown>): Record<string, unknown> {
  return unwrap(properties) as Record<string, unknown>;
}

function unwrap(value: unknown): unknown {
  if (value === pulumi.runtime.unknownValue) return UNKNOWN;
  if (Array.isArray(value)) return value.map(unwrap);
  if (typeof value !== "object" || value === null) return value;
  const fields = value as Record<string, unknown>;
  if (fields[SIGNATURE] === SECRET_SIGNATURE) return SECRET(unwrap(fields["value"]));
  return Object.fromEntries(Object.entries(fields).map(([key, of]) => [key, unwrap(of)]));
}

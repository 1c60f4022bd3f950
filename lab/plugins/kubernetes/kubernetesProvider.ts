import type { EngineLog } from "../shared/engineLog";
import type { PropertyMap } from "../shared/properties";
import type * as request from "../shared/provider";
import { NotSupportedError } from "../shared/unary";

import { Cluster } from "./cluster";
import { checkObject } from "./checkObject";
import { diffProviderArguments } from "./configDiff";
import { createObject } from "./createObject";
import { deleteObject } from "./deleteObject";
import { decodeManifests } from "./decodeManifests";
import { diffObject } from "./diffObject";
import { connectionOf, kubeconfigText, parseKubeconfig } from "./kubeconfig";
import type { Connection } from "./kubeconfig";
import { ambientKubeconfig } from "./ambientKubeconfig";
import { defaultSettings, readSettings } from "./providerSettings";
import type { Session } from "./session";
import { readObject } from "./readObject";
import { updateObject } from "./updateObject";

/** Stands in for pulumi-resource-kubernetes v4.34.2: objects, not charts or YAML. */
export class KubernetesProvider implements request.Provider {
  readonly name = "kubernetes";
  readonly version = "4.34.2";
  readonly #cancel = new AbortController();
  #session: Session;

  constructor(log: EngineLog) {
    this.#session = {
      settings: defaultSettings,
      log,
      signal: this.#cancel.signal,
      defaultNamespace: "default",
      reach: { cluster: undefined, reason: "the provider is not configured" },
    };
  }

  async checkConfig({ news }: request.CheckRequest): Promise<request.CheckResult> {
    return Promise.resolve({ inputs: news });
  }

  async diffConfig({ olds, news }: request.DiffRequest): Promise<request.DiffResult> {
    return { changes: await diffProviderArguments(olds, news), deleteBeforeReplace: false };
  }

  async configure({ variables }: request.ConfigureRequest): Promise<void> {
    const settings = readSettings(variables, process.env);
    let connection: Connection | undefined;
    let reason = "";
    try {
      const text = kubeconfigText(settings.kubeconfig ?? ambientKubeconfig(process.env));
      connection = connectionOf(await parseKubeconfig(text), settings);
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
    }
    this.#session = {
      ...this.#session,
      settings,
      defaultNamespace: settings.namespace ?? (connection?.namespace || "default"),
      reach:
        connection === undefined
          ? { cluster: undefined, reason }
          : await reach(new Cluster(connection)),
    };
  }

  async invoke(token: string, args: PropertyMap): Promise<request.InvokeResult> {
    if (token !== "kubernetes:yaml:decode") throw new NotSupportedError(this.name, token);
    return { result: { result: await decodeManifests(this.#session, args) } };
  }

  check = (check: request.CheckRequest): Promise<request.CheckResult> =>
    checkObject(this.#session, check);

  diff = (diff: request.DiffRequest): Promise<request.DiffResult> =>
    diffObject(this.#session, diff);

  create = (create: request.CreateRequest): Promise<request.CreateResult> =>
    createObject(this.#session, create);

  read = (read: request.ReadRequest): Promise<request.ReadResult> =>
    readObject(this.#session, read);

  update = (update: request.UpdateRequest): Promise<PropertyMap> =>
    updateObject(this.#session, update);

  delete = (deletion: request.DeleteRequest): Promise<void> =>
    deleteObject(this.#session, deletion);

  cancel(): void {
    this.#cancel.abort();
  }
}

async function reach(cluster: Cluster): Promise<Session["reach"]> {
  try {
    await cluster.reach();
    return { cluster };
  } catch (error) {
    cluster.close();
    const message = error instanceof Error ? error.message : String(error);
    return {
      cluster: undefined,
      reason: `unable to load schema information from the API server: ${message}`,
    };
  }
}

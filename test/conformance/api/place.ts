import { runApi, type RunningApi } from "../../../api/server/runApi";
import { trustStoreArn } from "../../../core/arn";
import type { KecsOutputs } from "../../../core/outputs/contract";
import type { Plan } from "../plan/plan";
import { awsClients, type AwsClients } from "./clients";
import { makePlan } from "./make";
import { TRUST_STORE } from "./program";
import { Validation } from "./validation";

/** The API of a conformance instance, in the runner's own process, with a plan put in by it. */
export class ApiPlace {
  readonly validation: Validation;

  private constructor(
    private readonly api: RunningApi,
    clients: AwsClients,
  ) {
    this.validation = new Validation(clients);
  }

  static async with(
    plan: Plan,
    { connection, kubeconfig }: Pick<KecsOutputs, "connection" | "kubeconfig">,
    tell: (text: string) => void,
  ): Promise<ApiPlace> {
    const api = await runApi({
      connection,
      kubeconfig,
      port: 0,
      upstream: undefined,
      code: "conformance",
      isStrict: false,
      tell: (warning) => {
        tell(`${warning}\n`);
      },
    });
    try {
      const endpoint = `http://127.0.0.1:${api.status().port}`;
      const clients = awsClients(endpoint, connection.region);
      await makePlan(clients, plan, { trustStoreArn: trustStoreArn(connection, TRUST_STORE) });
      return new ApiPlace(api, clients);
    } catch (error) {
      await api.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.validation.remove();
    await this.api.close();
  }
}

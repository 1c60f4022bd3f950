import { ACM } from "@aws-sdk/client-acm";
import { CloudWatchLogs } from "@aws-sdk/client-cloudwatch-logs";
import { EC2 } from "@aws-sdk/client-ec2";
import { ECS } from "@aws-sdk/client-ecs";
import { ElasticLoadBalancingV2 } from "@aws-sdk/client-elastic-load-balancing-v2";
import { Performer } from "../../../api/server/perform";
import { performCall } from "../../../api/server/performCall";
import { serve, type ApiServer } from "../../../api/wire/server";
import { MemoryInstance } from "./memoryInstance";

/** The AWS API on a local port, before an instance in memory, and clients of it. */
export class MemoryApi {
  /** What was asked, in order: `ecs.CreateCluster`. */
  readonly calls: string[] = [];
  /** Fields of requests that AWS's model does not have. */
  readonly unknown: string[] = [];
  /** Faults of the API, of which no caller may hear. */
  readonly faults: unknown[] = [];
  readonly url: string;
  readonly ec2: EC2;
  readonly ecs: ECS;
  readonly elb: ElasticLoadBalancingV2;
  readonly acm: ACM;
  readonly logs: CloudWatchLogs;
  private server: ApiServer | undefined;

  private constructor(
    readonly instance: MemoryInstance,
    port: number,
  ) {
    this.url = `http://127.0.0.1:${port}`;
    const options = {
      endpoint: this.url,
      region: "us-east-1",
      credentials: { accessKeyId: "kecs", secretAccessKey: "kecs" },
      maxAttempts: 1,
    };
    this.ec2 = new EC2(options);
    this.ecs = new ECS(options);
    this.elb = new ElasticLoadBalancingV2(options);
    this.acm = new ACM(options);
    this.logs = new CloudWatchLogs(options);
  }

  static async start(): Promise<MemoryApi> {
    const instance = new MemoryInstance();
    const performer = new Performer(instance);
    const server = await serve({
      port: 0,
      handle: (call) => {
        api.calls.push(`${call.service}.${call.operation}`);
        api.unknown.push(...call.unknown);
        return performCall(performer, call);
      },
      onError: (error) => api.faults.push(error),
    });
    const api = new MemoryApi(instance, server.port);
    api.server = server;
    return api;
  }

  async close(): Promise<void> {
    for (const client of [this.ec2, this.ecs, this.elb, this.acm, this.logs]) client.destroy();
    await this.server?.close();
  }
}

/** An API of its own for each test of a file; none may have a fault, or leave out what was sent. */
export function memoryApi(): () => MemoryApi {
  let api: MemoryApi;
  beforeEach(async () => {
    api = await MemoryApi.start();
  });
  afterEach(async () => {
    await api.close();
    expect({ faults: api.faults, unknown: api.unknown }).toEqual({ faults: [], unknown: [] });
  });
  return () => api;
}

/** The only item of a list. */
export function only<Item>(items: readonly Item[] | undefined): Item {
  expect(items).toHaveLength(1);
  return (items as readonly [Item])[0];
}

/** Code and message with which a call is refused: HTTP 400, with a request id, is what AWS answers. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  interface ServiceError extends Error {
    readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
  }
  const error = await call.then(
    () => new Error("nothing was refused"),
    (reason: unknown) => reason as ServiceError,
  );
  const { httpStatusCode, requestId } = (error as ServiceError).$metadata ?? {};
  expect([error.message, httpStatusCode]).toEqual([error.message, 400]);
  expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
  return `${error.name}: ${error.message}`;
}

import { ACMClient } from "@aws-sdk/client-acm";
import * as acm from "@aws-sdk/client-acm";
import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import * as logs from "@aws-sdk/client-cloudwatch-logs";
import { EC2Client } from "@aws-sdk/client-ec2";
import * as ec2 from "@aws-sdk/client-ec2";
import { ECSClient } from "@aws-sdk/client-ecs";
import * as ecs from "@aws-sdk/client-ecs";
import { ElasticLoadBalancingV2Client } from "@aws-sdk/client-elastic-load-balancing-v2";
import * as elasticloadbalancing from "@aws-sdk/client-elastic-load-balancing-v2";

import type { WireRequest } from "../../../api/wire/protocol/protocol";
import type { WireResponse } from "../../../api/wire/writeResponse";

const PACKAGES = { acm, ec2, ecs, elasticloadbalancing, logs };
const CLIENTS = {
  acm: ACMClient,
  ec2: EC2Client,
  ecs: ECSClient,
  elasticloadbalancing: ElasticLoadBalancingV2Client,
  logs: CloudWatchLogsClient,
};

export type ClientName = keyof typeof CLIENTS;

/** What a client of the SDK hands to its HTTP handler. */
interface SdkRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** The SDK's bytes are read as they lie there: it warns of those who take them for a text. */
function bytesOf(body: string | Uint8Array): Buffer {
  return typeof body === "string"
    ? Buffer.from(body)
    : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
}

/** A client of AWS's SDK that reaches nothing but a function. */
export class SdkClient {
  private readonly client: { send: (command: never) => Promise<unknown> };

  constructor(
    private readonly service: ClientName,
    private readonly answer: (request: WireRequest) => WireResponse | Promise<WireResponse>,
  ) {
    const handle = async (request: SdkRequest): Promise<unknown> => {
      const { status, headers, body } = await this.answer({
        method: request.method,
        path: request.path,
        headers: Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
        ),
        body: bytesOf(request.body ?? ""),
      });
      return { response: { statusCode: status, headers, body: Buffer.from(body as string) } };
    };
    this.client = new CLIENTS[service]({
      region: "eu-central-1",
      credentials: { accessKeyId: "kecs", secretAccessKey: "kecs" },
      endpoint: "http://127.0.0.1:9",
      maxAttempts: 1,
      requestHandler: { handle } as never,
    });
  }

  async call(operation: string, input: object): Promise<Readonly<Record<string, unknown>>> {
    const commands = PACKAGES[this.service] as unknown as Record<string, new (i: object) => never>;
    const Command = commands[`${operation}Command`];
    if (Command === undefined) throw new Error(`no command of that name: ${operation}`);
    const output = await this.client.send(new Command(input));
    return Object.fromEntries(
      Object.entries(output as object).filter(([name]) => name !== "$metadata"),
    );
  }
}

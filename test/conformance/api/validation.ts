import {
  DeleteCertificateCommand,
  ImportCertificateCommand,
  type ACMClient,
} from "@aws-sdk/client-acm";
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateRuleCommand,
  CreateTargetGroupCommand,
  DeleteLoadBalancerCommand,
  DeleteTargetGroupCommand,
  ModifyLoadBalancerAttributesCommand,
  ModifyTargetGroupAttributesCommand,
  type Action,
  type ActionTypeEnum,
  type ElasticLoadBalancingV2Client,
  type RuleCondition,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { ensureLeaf } from "../../../cluster/authority/leafFiles";
import type { ConditionFixture } from "../caseFile";
import type { ValidationGiven } from "../validation";
import { toAttributes, toCondition } from "./shapes";

/** All that a case makes around what it gives has this in front of its name. */
const PREFIX = "validation";
const ON_A: RuleCondition = { Field: "path-pattern", Values: ["/a"] };
const OK = { StatusCode: "200" };
const PROVIDER = {
  Issuer: "https://login.example.test",
  AuthorizationEndpoint: "https://login.example.test/authorize",
  TokenEndpoint: "https://login.example.test/token",
  UserInfoEndpoint: "https://login.example.test/user",
  ClientId: "kecs",
  ClientSecret: "kecs",
};

/** The clients that are needed, as a test can stand in for them. */
export interface ValidationClients {
  readonly acm: Pick<ACMClient, "send">;
  readonly elbv2: Pick<ElasticLoadBalancingV2Client, "send">;
}

/** Tries what cases give, with valid calls around it, which are made once for all of them. */
export class Validation {
  /** By their names. */
  private readonly loadBalancers = new Map<string, string>();
  private readonly targetGroups = new Map<string, string>();
  private readonly listeners = new Map<string, string>();
  private certificateArn: string | undefined;

  constructor(private readonly clients: ValidationClients) {}

  /** The error with which the API refuses it, or undefined; what is accepted is taken back. */
  async refusalOf(given: ValidationGiven): Promise<Error | undefined> {
    const attempt = await this.prepare(given);
    try {
      await attempt();
    } catch (error) {
      if (isMistake(error)) return error;
      throw error;
    }
    await this.remove();
    return undefined;
  }

  /** Removes all that was made. */
  async remove(): Promise<void> {
    const { acm, elbv2 } = this.clients;
    for (const LoadBalancerArn of this.loadBalancers.values()) {
      await elbv2.send(new DeleteLoadBalancerCommand({ LoadBalancerArn }));
    }
    for (const TargetGroupArn of this.targetGroups.values()) {
      await elbv2.send(new DeleteTargetGroupCommand({ TargetGroupArn }));
    }
    if (this.certificateArn !== undefined) {
      await acm.send(new DeleteCertificateCommand({ CertificateArn: this.certificateArn }));
    }
    for (const made of [this.loadBalancers, this.targetGroups, this.listeners]) made.clear();
    this.certificateArn = undefined;
  }

  /** Makes what a case needs; returns the call that the case is about. */
  private async prepare(given: ValidationGiven): Promise<() => Promise<unknown>> {
    const { elbv2 } = this.clients;
    if (given.attributes !== undefined) {
      const LoadBalancerArn = await this.loadBalancer("a");
      const Attributes = toAttributes(given.attributes);
      return () =>
        elbv2.send(new ModifyLoadBalancerAttributesCommand({ LoadBalancerArn, Attributes }));
    }
    if (given.albs !== undefined) return this.loadBalancersWith(given.albs);
    // TLS options meet where two load balancers have one host name.
    const hostnames = ["shop.example.test"];
    if (given.tls !== undefined) return this.loadBalancersWith([{ hostnames }, { hostnames }]);
    const isOfGroup = given.stickiness ?? slowStartOf(given);
    return isOfGroup === undefined ? this.rule(given) : this.groupAttributes(given);
  }

  /** All but the last get their host names before; the last one's are what is tried. */
  private async loadBalancersWith(
    albs: NonNullable<ValidationGiven["albs"]>,
  ): Promise<() => Promise<unknown>> {
    const calls: (() => Promise<unknown>)[] = [];
    for (const [i, { hostnames = [], catchAll = false }] of albs.entries()) {
      const LoadBalancerArn = await this.loadBalancer(String(i));
      const Attributes = toAttributes({
        "kecs.hostnames": hostnames.join(","),
        "kecs.catch_all": catchAll,
      });
      calls.push(() =>
        this.clients.elbv2.send(
          new ModifyLoadBalancerAttributesCommand({ LoadBalancerArn, Attributes }),
        ),
      );
    }
    for (const call of calls.slice(0, -1)) await call();
    return calls.at(-1) ?? (() => Promise.resolve());
  }

  private async groupAttributes(given: ValidationGiven): Promise<() => Promise<unknown>> {
    const { type, cookieName } = given.stickiness ?? {};
    const { slowStart, algorithm } = slowStartOf(given) ?? {};
    const TargetGroupArn = await this.targetGroup("g");
    const Attributes = toAttributes({
      ...(type === undefined ? {} : { "stickiness.enabled": true, "stickiness.type": type }),
      ...(cookieName === undefined ? {} : { "stickiness.app_cookie.cookie_name": cookieName }),
      ...(slowStart === undefined ? {} : { "slow_start.duration_seconds": slowStart }),
      ...(algorithm === undefined ? {} : { "load_balancing.algorithm.type": algorithm }),
    });
    return () =>
      this.clients.elbv2.send(
        new ModifyTargetGroupAttributesCommand({ TargetGroupArn, Attributes }),
      );
  }

  private async rule(given: ValidationGiven): Promise<() => Promise<unknown>> {
    const ListenerArn = await this.listener(given.listener?.protocol ?? "HTTP");
    const Actions = await this.actions(given);
    const conditions = given.conditions as readonly ConditionFixture[] | undefined;
    return () =>
      this.clients.elbv2.send(
        new CreateRuleCommand({
          ListenerArn,
          Priority: given.rule?.priority ?? 1,
          Conditions: conditions?.map(toCondition) ?? [ON_A],
          Actions,
        }),
      );
  }

  private async actions(given: ValidationGiven): Promise<Action[]> {
    const { actions, redirect, fixedResponse, forward = 1 } = given;
    if (actions !== undefined) {
      return Promise.all(actions.map(({ type }) => this.actionOfType(type)));
    }
    if (redirect !== undefined) {
      const { protocol: Protocol, query: Query } = redirect;
      return [
        {
          Type: "redirect",
          RedirectConfig: {
            StatusCode: "HTTP_301",
            ...(Protocol === undefined ? {} : { Protocol }),
            ...(Query === undefined ? {} : { Query }),
          },
        },
      ];
    }
    if (fixedResponse !== undefined) {
      const { statusCode: StatusCode = OK.StatusCode, messageBody: MessageBody } = fixedResponse;
      const more = MessageBody === undefined ? {} : { MessageBody };
      return [{ Type: "fixed-response", FixedResponseConfig: { StatusCode, ...more } }];
    }
    const weights =
      typeof forward === "number" ? Array.from({ length: forward }, () => ({})) : forward;
    const TargetGroups = await Promise.all(
      weights.map(async ({ weight: Weight }: { readonly weight?: number }, i) => ({
        TargetGroupArn: await this.groupFor(given, `g${i}`),
        ...(Weight === undefined ? {} : { Weight }),
      })),
    );
    return [{ Type: "forward", ForwardConfig: { TargetGroups } }];
  }

  private async actionOfType(type: string): Promise<Action> {
    const Type = type as ActionTypeEnum;
    switch (type) {
      case "forward":
        return { Type, TargetGroupArn: await this.targetGroup("g") };
      case "redirect":
        return { Type, RedirectConfig: { StatusCode: "HTTP_301", Path: "/b" } };
      case "fixed-response":
        return { Type, FixedResponseConfig: OK };
      default:
        return { Type, AuthenticateOidcConfig: PROVIDER };
    }
  }

  private async groupFor({ targetGroup: of }: ValidationGiven, name: string): Promise<string> {
    if (of !== "missing") return this.targetGroup(name, of?.protocolVersion);
    const arn = await this.targetGroup("missing");
    await this.clients.elbv2.send(new DeleteTargetGroupCommand({ TargetGroupArn: arn }));
    this.targetGroups.delete("missing");
    return arn;
  }

  private loadBalancer(name: string): Promise<string> {
    return once(this.loadBalancers, name, async () => {
      const input = { Name: `${PREFIX}-${name}` };
      const { LoadBalancers } = await this.clients.elbv2.send(new CreateLoadBalancerCommand(input));
      return LoadBalancers?.[0]?.LoadBalancerArn;
    });
  }

  private targetGroup(
    name: string,
    ProtocolVersion: "HTTP1" | "HTTP2" | "GRPC" = "HTTP1",
  ): Promise<string> {
    const Name = `${PREFIX}-${name}-${ProtocolVersion}`;
    return once(this.targetGroups, name === "missing" ? name : Name, async () => {
      const { TargetGroups } = await this.clients.elbv2.send(
        new CreateTargetGroupCommand({
          ...{ Name, TargetType: "ip", Protocol: "HTTP", Port: 8080 },
          ProtocolVersion,
        }),
      );
      return TargetGroups?.[0]?.TargetGroupArn;
    });
  }

  private listener(protocol: string): Promise<string> {
    return once(this.listeners, protocol, async () => {
      const isSecure = protocol === "HTTPS";
      const { Listeners } = await this.clients.elbv2.send(
        new CreateListenerCommand({
          LoadBalancerArn: await this.loadBalancer("a"),
          Protocol: isSecure ? "HTTPS" : "HTTP",
          Port: isSecure ? 443 : 80,
          ...(isSecure ? { Certificates: [{ CertificateArn: await this.certificate() }] } : {}),
          DefaultActions: [{ Type: "fixed-response", FixedResponseConfig: OK }],
        }),
      );
      return Listeners?.[0]?.ListenerArn;
    });
  }

  private async certificate(): Promise<string> {
    const { certificate, key } = await ensureLeaf(process.env, [`${PREFIX}.example.test`]);
    const { CertificateArn = "" } = await this.clients.acm.send(
      new ImportCertificateCommand({
        Certificate: Buffer.from(certificate),
        PrivateKey: Buffer.from(key),
      }),
    );
    this.certificateArn = CertificateArn;
    return CertificateArn;
  }
}

/** The ARN of what has that name, made where it was not made before. */
async function once(
  made: Map<string, string>,
  name: string,
  make: () => Promise<string | undefined>,
): Promise<string> {
  const arn = made.get(name) ?? (await make());
  if (arn === undefined) throw new Error(`an answer of the API has no ARN of ${name}`);
  made.set(name, arn);
  return arn;
}

/** An error that is the caller's: what is the server's is a bug. */
function isMistake(error: unknown): error is Error {
  return error instanceof Error && "$fault" in error && error.$fault === "client";
}

function slowStartOf({ targetGroup: of }: ValidationGiven) {
  return typeof of === "object" && of.slowStart !== undefined ? of : undefined;
}

import { createHash } from "node:crypto";
import { ImportCertificateCommand } from "@aws-sdk/client-acm";
import {
  CreateClusterCommand,
  CreateServiceCommand,
  RegisterTaskDefinitionCommand,
  waitUntilServicesStable,
} from "@aws-sdk/client-ecs";
import {
  AddTagsCommand,
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateRuleCommand,
  CreateTargetGroupCommand,
  DescribeLoadBalancersCommand,
  DescribeTagsCommand,
  ModifyLoadBalancerAttributesCommand,
  ModifyTargetGroupAttributesCommand,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { KeyPair } from "../../../core/acm/authority/keyPair";
import type { RuleFixture } from "../caseFile";
import { PROBE, type Plan, type PlannedAlb, type PlannedListener } from "../plan/plan";
import { containerOf, containerPortOf, desiredCountOf } from "../plan/targets";
import { certificatesOf } from "./certificates";
import type { AwsClients } from "./clients";
import { groupName, groupsOf, servicesOf, type PlannedService } from "./groups";
import { removeAll } from "./remove";
import {
  loadBalancerAttributes,
  targetGroupAttributes,
  targetGroupInput,
  toAction,
  toCondition,
  type ArnOf,
} from "./shapes";

/** What the API has not, and a Pulumi program made. */
export interface Beside {
  readonly trustStoreArn: string;
}

const CLUSTER = "targets";
/** The tag of the probe that says which plan is in the instance; put on last. */
const MARK = "conformance-plan";
/** So many services AWS describes at a time. */
const SERVICES_AT_A_TIME = 10;

/** Puts a plan into an instance with nothing but calls of AWS's API; one that is there already stays. */
export async function makePlan(clients: AwsClients, plan: Plan, beside: Beside): Promise<void> {
  const certificates = await certificatesOf(plan);
  const mark = digestOf([plan, [...certificates], beside]);
  if ((await presentMark(clients)) === mark) return;
  await removeAll(clients);
  await new Maker(clients, plan, certificates, beside).make(mark);
}

function digestOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 32);
}

async function presentMark({ elbv2 }: AwsClients): Promise<string | undefined> {
  const { LoadBalancers = [] } = await elbv2.send(new DescribeLoadBalancersCommand({}));
  const probe = LoadBalancers.find(({ LoadBalancerName }) => LoadBalancerName === PROBE);
  if (probe?.LoadBalancerArn === undefined) return undefined;
  const ResourceArns = [probe.LoadBalancerArn];
  const { TagDescriptions = [] } = await elbv2.send(new DescribeTagsCommand({ ResourceArns }));
  return TagDescriptions.flatMap(({ Tags = [] }) => Tags).find(({ Key }) => Key === MARK)?.Value;
}

class Maker {
  private readonly groups = new Map<string, string>();

  constructor(
    private readonly clients: AwsClients,
    private readonly plan: Plan,
    private readonly certificates: ReadonlyMap<string, KeyPair>,
    private readonly beside: Beside,
  ) {}

  async make(mark: string): Promise<void> {
    const { elbv2 } = this.clients;
    await this.makeGroups();
    const services = this.makeServices();
    const albs = await Promise.all(
      Object.values(this.plan).flatMap(({ albs: all, simulateSourceIp = false }) =>
        all.map(async (alb) => [alb.name, await this.makeAlb(alb, simulateSourceIp)] as const),
      ),
    );
    await services;
    const ResourceArns = albs.flatMap(([name, arn]) => (name === PROBE ? [arn] : []));
    await elbv2.send(new AddTagsCommand({ ResourceArns, Tags: [{ Key: MARK, Value: mark }] }));
  }

  private async makeGroups(): Promise<void> {
    const { elbv2 } = this.clients;
    await Promise.all(
      [...groupsOf(this.plan)].map(async ([name, settings]) => {
        const input = targetGroupInput(name, settings);
        const { TargetGroups = [] } = await elbv2.send(new CreateTargetGroupCommand(input));
        const TargetGroupArn = arnIn(TargetGroups[0]?.TargetGroupArn);
        const Attributes = targetGroupAttributes(settings);
        if (Attributes.length > 0) {
          await elbv2.send(new ModifyTargetGroupAttributesCommand({ TargetGroupArn, Attributes }));
        }
        this.groups.set(name, TargetGroupArn);
      }),
    );
  }

  private async makeServices(): Promise<void> {
    const { ecs } = this.clients;
    const services = servicesOf(groupsOf(this.plan));
    await ecs.send(new CreateClusterCommand({ clusterName: CLUSTER }));
    const targets = new Set(services.map(({ target }) => target));
    await Promise.all(
      [...targets].map((family) =>
        ecs.send(
          new RegisterTaskDefinitionCommand({
            family,
            containerDefinitions: [containerOf(family)],
          }),
        ),
      ),
    );
    await Promise.all(services.map((service) => this.makeService(service)));
    const names = services.map(({ name }) => name);
    for (let i = 0; i < names.length; i += SERVICES_AT_A_TIME) {
      await waitUntilServicesStable(
        { client: ecs, maxWaitTime: 180, minDelay: 1, maxDelay: 2 },
        { cluster: CLUSTER, services: names.slice(i, i + SERVICES_AT_A_TIME) },
      );
    }
  }

  private async makeService({ name, target, groups }: PlannedService): Promise<void> {
    await this.clients.ecs.send(
      new CreateServiceCommand({
        cluster: CLUSTER,
        serviceName: name,
        taskDefinition: target,
        desiredCount: desiredCountOf(target),
        loadBalancers: groups.map((group) => ({
          targetGroupArn: arnIn(this.groups.get(group)),
          containerName: "web",
          containerPort: containerPortOf(target),
        })),
      }),
    );
  }

  private async makeAlb(alb: PlannedAlb, simulateSourceIp: boolean): Promise<string> {
    const { elbv2 } = this.clients;
    const { LoadBalancers = [] } = await elbv2.send(
      new CreateLoadBalancerCommand({ Name: alb.name }),
    );
    const LoadBalancerArn = arnIn(LoadBalancers[0]?.LoadBalancerArn);
    const Attributes = loadBalancerAttributes(alb, simulateSourceIp);
    if (Attributes.length > 0) {
      await elbv2.send(new ModifyLoadBalancerAttributesCommand({ LoadBalancerArn, Attributes }));
    }
    for (const listener of alb.listeners) await this.makeListener(alb, LoadBalancerArn, listener);
    return LoadBalancerArn;
  }

  private async makeListener(
    alb: PlannedAlb,
    LoadBalancerArn: string,
    listener: PlannedListener,
  ): Promise<void> {
    const { port, protocol, defaultActions, rules = [] } = listener;
    const arnOf: ArnOf = (group) => arnIn(this.groups.get(groupName(alb, group)));
    const { Listeners = [] } = await this.clients.elbv2.send(
      new CreateListenerCommand({
        LoadBalancerArn,
        Port: port,
        Protocol: protocol,
        ...(protocol === "HTTPS" ? await this.tlsOf(alb, listener) : {}),
        DefaultActions: defaultActions.map((action) => toAction(action, arnOf)),
      }),
    );
    const ListenerArn = arnIn(Listeners[0]?.ListenerArn);
    await Promise.all(rules.map((rule) => this.makeRule(ListenerArn, rule, arnOf)));
  }

  private async makeRule(
    ListenerArn: string,
    { priority: Priority, conditions, actions }: RuleFixture,
    arnOf: ArnOf,
  ): Promise<void> {
    await this.clients.elbv2.send(
      new CreateRuleCommand({
        ListenerArn,
        Priority,
        Conditions: conditions.map(toCondition),
        Actions: actions.map((action) => toAction(action, arnOf)),
      }),
    );
  }

  private async tlsOf({ name }: PlannedAlb, listener: PlannedListener) {
    const { port, sslPolicy, mutualAuthentication: Mode } = listener;
    const { certificate, key } = this.certificates.get(`${name}:${port}`) ?? {};
    const { CertificateArn } = await this.clients.acm.send(
      new ImportCertificateCommand({
        Certificate: Buffer.from(certificate ?? ""),
        PrivateKey: Buffer.from(key ?? ""),
      }),
    );
    const { trustStoreArn: TrustStoreArn } = this.beside;
    return {
      Certificates: [{ CertificateArn: arnIn(CertificateArn) }],
      ...(sslPolicy === undefined ? {} : { SslPolicy: sslPolicy }),
      ...(Mode === undefined
        ? {}
        : { MutualAuthentication: { Mode, ...(Mode === "verify" ? { TrustStoreArn } : {}) } }),
    };
  }
}

function arnIn(arn: string | undefined): string {
  if (arn === undefined) throw new Error("an answer of the API has no ARN");
  return arn;
}

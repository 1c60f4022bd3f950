import type {
  Action,
  CreateListenerCommandInput,
  CreateTargetGroupCommandInput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { operations } from "../../../api/operations/elasticloadbalancing";
import { AwsError } from "../../../api/world/awsError";
import type { Operation } from "../../../api/world/operation";
import type { AwsObject } from "../../../api/world/world";
import { certificateArn, listenerArn, loadBalancerArn, targetGroupArn } from "../../../core/arn";
import { FakeInstance } from "./fakeInstance";
import { CONNECTION } from "../samples";

type Table = typeof operations;
type InputOf<Name extends keyof Table> = Parameters<Table[Name]>[0];
type OutputOf<Name extends keyof Table> = ReturnType<Table[Name]>["output"];

export const SHOP = loadBalancerArn(CONNECTION, "shop");
export const SHOP_80 = listenerArn(CONNECTION, "shop", 80);
export const WEB = targetGroupArn(CONNECTION, "web");
export const CERTIFICATE = certificateArn(CONNECTION, "shop");
export const NOT_FOUND: Action = {
  Type: "fixed-response",
  FixedResponseConfig: { StatusCode: "404" },
};
export const WEB_GROUP: CreateTargetGroupCommandInput = {
  Name: "web",
  Protocol: "HTTP",
  Port: 80,
  TargetType: "ip",
};

export const SECURE: CreateListenerCommandInput = {
  LoadBalancerArn: SHOP,
  Protocol: "HTTPS",
  Port: 443,
  Certificates: [{ CertificateArn: CERTIFICATE }],
  DefaultActions: [NOT_FOUND],
};
export const SHOP_443 = listenerArn(CONNECTION, "shop", 443);
export const ON_9000: CreateListenerCommandInput = {
  LoadBalancerArn: SHOP,
  Protocol: "HTTP",
  Port: 9000,
  DefaultActions: [NOT_FOUND],
};

/** An instance that is asked by the names of AWS's operations. */
export class LoadBalancing extends FakeInstance {
  ask<Name extends keyof Table>(name: Name, input: InputOf<Name>): OutputOf<Name> {
    return this.call(operations[name] as Operation<InputOf<Name>, OutputOf<Name>>, input);
  }

  /** `Code: message` of the error that an operation refuses with; it changes nothing. */
  refusal<Name extends keyof Table>(name: Name, input: InputOf<Name>): string {
    const before = this.objects;
    try {
      this.ask(name, input);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      expect(this.objects).toBe(before);
      return `${error.code}: ${error.message}`;
    }
    throw new Error(`${name} was not refused`);
  }

  /** Makes everything belong to a Pulumi program, as if that had made it. */
  asPulumis(stack = "shop/dev"): this {
    this.objects = this.objects.map((object) => ({ ...object, owner: "pulumi", stack, echo: {} }));
    return this;
  }

  /** Adds a record of another service. */
  add(object: Pick<AwsObject, "kind" | "key" | "arn"> & Partial<AwsObject>): this {
    const rest = { stack: "aws-api", attributes: {}, owner: "api", createdAt: this.now, echo: {} };
    this.objects = [...this.objects, { ...rest, ...object } as AwsObject];
    return this;
  }

  addCertificate(arn = CERTIFICATE): this {
    return this.add({ kind: "cert", key: `cert-${arn.slice(-12)}`, arn });
  }
}

/** An instance with the load balancer `shop`, the target group `web`, and a listener of port 80. */
export function shop(): LoadBalancing {
  const instance = new LoadBalancing();
  instance.ask("CreateLoadBalancer", { Name: "shop" });
  instance.ask("CreateTargetGroup", WEB_GROUP);
  instance.ask("CreateListener", {
    LoadBalancerArn: SHOP,
    Protocol: "HTTP",
    Port: 80,
    DefaultActions: [{ Type: "forward", TargetGroupArn: WEB }],
  });
  return instance;
}

/** The same ARN as another account has it in another region. */
export function elsewhere(arn: string): string {
  return arn.replace("us-east-1:000000000000", "eu-west-1:123456789012");
}

import type { Action } from "@aws-sdk/client-elastic-load-balancing-v2";
import { trustStoreArn } from "../../../../core/arn";
import { ofPulumi } from "../ecsObjects";
import { only, refusalOf, type MemoryApi } from "../memoryApi";
import type { Cases } from "./cases";
import { certificate, listener, loadBalancer, targetGroup } from "./shop";

const describeOne = async ({ elb }: MemoryApi, ListenerArn: string) =>
  only((await elb.describeListeners({ ListenerArns: [ListenerArn] })).Listeners);

const secure = async (api: MemoryApi) => {
  const CertificateArn = await certificate(api);
  const ListenerArn = await listener(api, {
    Protocol: "HTTPS",
    Port: 443,
    Certificates: [{ CertificateArn }],
  });
  return { ListenerArn, CertificateArn };
};

/** Listeners, and their certificates. */
export const LISTENERS: Cases = {
  async CreateListener(api) {
    const [blue, green] = [await targetGroup(api, "blue"), await targetGroup(api, "green")];
    const CertificateArn = await certificate(api);
    const DefaultActions: Action[] = [
      {
        Type: "forward",
        Order: 1,
        ForwardConfig: {
          TargetGroups: [
            { TargetGroupArn: blue, Weight: 1 },
            { TargetGroupArn: green, Weight: 99 },
          ],
          TargetGroupStickinessConfig: { Enabled: true, DurationSeconds: 300 },
        },
      },
    ];
    const given = {
      LoadBalancerArn: await loadBalancer(api),
      Protocol: "HTTPS" as const,
      Port: 443,
      SslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
      Certificates: [{ CertificateArn }],
      AlpnPolicy: ["HTTP2Preferred"],
      MutualAuthentication: { Mode: "off" },
      DefaultActions,
    };
    const Tags = [{ Key: "team", Value: "shop" }];
    const { Listeners } = await api.elb.createListener({ ...given, Tags });
    const made = only(Listeners);
    expect(made).toMatchObject(given);
    expect(await describeOne(api, made.ListenerArn ?? "")).toEqual(made);
  },

  async DescribeListeners(api) {
    const ListenerArn = await listener(api);
    const { LoadBalancerArn = "" } = await describeOne(api, ListenerArn);
    const DefaultActions: Action[] = [
      {
        Type: "redirect",
        RedirectConfig: {
          Protocol: "HTTPS",
          Port: "443",
          Host: "#{host}",
          Path: "/#{path}",
          Query: "a=1&#{query}",
          StatusCode: "HTTP_301",
        },
      },
    ];
    await listener(api, { LoadBalancerArn, Port: 9000, DefaultActions });
    const first = await api.elb.describeListeners({ LoadBalancerArn, PageSize: 1 });
    expect(only(first.Listeners).ListenerArn).toBe(ListenerArn);
    const Marker = first.NextMarker;
    const rest = await api.elb.describeListeners({ LoadBalancerArn, PageSize: 1, Marker });
    expect(only(rest.Listeners)).toMatchObject({ Port: 9000, DefaultActions });
  },

  async ModifyListener(api) {
    const ListenerArn = await listener(api);
    const CertificateArn = await certificate(api);
    const given = {
      Protocol: "HTTPS" as const,
      SslPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06",
      Certificates: [{ CertificateArn }],
      AlpnPolicy: ["HTTP2Optional"],
      MutualAuthentication: { Mode: "off" },
      DefaultActions: [
        {
          Type: "fixed-response" as const,
          FixedResponseConfig: {
            StatusCode: "503",
            ContentType: "application/json",
            MessageBody: '{"a": "<&>"}',
          },
        },
      ],
    };
    const { Listeners } = await api.elb.modifyListener({ ListenerArn, Port: 80, ...given });
    expect(only(Listeners)).toMatchObject(given);
    expect(await describeOne(api, ListenerArn)).toEqual(only(Listeners));
  },

  async DeleteListener(api) {
    const ListenerArn = await listener(api);
    const { LoadBalancerArn } = await describeOne(api, ListenerArn);
    await api.elb.deleteListener({ ListenerArn });
    expect((await api.elb.describeListeners({ LoadBalancerArn })).Listeners).toEqual([]);
  },

  async DescribeListenerAttributes(api) {
    const ListenerArn = await listener(api);
    const { Attributes } = await api.elb.describeListenerAttributes({ ListenerArn });
    expect(Attributes).toContainEqual({
      Key: "routing.http.response.server.enabled",
      Value: "true",
    });
  },

  async ModifyListenerAttributes(api) {
    const { ListenerArn } = await secure(api);
    const before = await api.elb.describeListenerAttributes({ ListenerArn });
    const answer = await api.elb.modifyListenerAttributes({
      ListenerArn,
      Attributes: before.Attributes,
    });
    expect(answer.Attributes).toEqual(before.Attributes);
  },

  async AddListenerCertificates(api) {
    const { ListenerArn, CertificateArn } = await secure(api);
    const added = await certificate(api, "other.test");
    const { Certificates } = await api.elb.addListenerCertificates({
      ListenerArn,
      Certificates: [{ CertificateArn: added }],
    });
    expect(Certificates).toEqual([{ CertificateArn: added, IsDefault: false }]);
    const described = await api.elb.describeListenerCertificates({ ListenerArn });
    expect(described.Certificates).toEqual([
      { CertificateArn, IsDefault: true },
      { CertificateArn: added, IsDefault: false },
    ]);
  },

  async DescribeListenerCertificates(api) {
    const { ListenerArn, CertificateArn } = await secure(api);
    const { Certificates } = await api.elb.describeListenerCertificates({ ListenerArn });
    expect(Certificates).toEqual([{ CertificateArn, IsDefault: true }]);
  },

  async RemoveListenerCertificates(api) {
    const { ListenerArn } = await secure(api);
    const Certificates = [{ CertificateArn: await certificate(api, "other.test") }];
    await api.elb.addListenerCertificates({ ListenerArn, Certificates });
    await api.elb.removeListenerCertificates({ ListenerArn, Certificates });
    const described = await api.elb.describeListenerCertificates({ ListenerArn });
    expect(only(described.Certificates).IsDefault).toBe(true);
  },

  async DescribeTrustStores({ elb, instance }) {
    expect((await elb.describeTrustStores({ PageSize: 5 })).TrustStores).toEqual([]);
    const arn = trustStoreArn(instance.connection, "staff");
    const content = { key: "ts-staff", arn, attributes: { name: "staff" } };
    instance.fake.objects = [...instance.fake.objects, ofPulumi("ts", content)];
    for (const chosen of [{ Names: ["staff"] }, { TrustStoreArns: [arn] }]) {
      const { TrustStores } = await elb.describeTrustStores(chosen);
      expect(only(TrustStores)).toMatchObject({ Name: "staff", TrustStoreArn: arn });
    }
    expect(await refusalOf(elb.describeTrustStores({ Names: ["other"] }))).toContain(
      "TrustStoreNotFound",
    );
  },
};

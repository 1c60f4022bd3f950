import { certificateArn, listenerArn } from "../../../../../core/arn";
import {
  CERTIFICATE,
  elsewhere,
  NOT_FOUND,
  SHOP,
  shop,
  SHOP_80,
} from "../../../../helpers/api/loadBalancing";
import { CONNECTION } from "../../../../helpers/samples";

const ListenerArn = listenerArn(CONNECTION, "shop", 443);
const SECOND = certificateArn(CONNECTION, "second");
const certificates = (...arns: string[]) => ({
  ListenerArn,
  Certificates: arns.map((CertificateArn) => ({ CertificateArn })),
});

function secureShop() {
  const instance = shop().addCertificate().addCertificate(SECOND);
  instance.ask("CreateListener", {
    LoadBalancerArn: SHOP,
    Protocol: "HTTPS",
    Port: 443,
    Certificates: [{ CertificateArn: CERTIFICATE }],
    DefaultActions: [NOT_FOUND],
  });
  return instance;
}

test("added certificates come behind the default one until they are removed", () => {
  const instance = secureShop();
  const described = () =>
    instance.ask("DescribeListenerCertificates", { ListenerArn }).Certificates;
  const both = [
    { CertificateArn: CERTIFICATE, IsDefault: true },
    { CertificateArn: SECOND, IsDefault: false },
  ];
  expect(described()).toEqual(both.slice(0, 1));
  const add = certificates(elsewhere(SECOND), SECOND, CERTIFICATE);
  expect(instance.ask("AddListenerCertificates", add).Certificates).toContainEqual(both[1]);
  instance.ask("AddListenerCertificates", add);
  expect(described()).toEqual(both);
  expect(instance.objects.filter(({ kind }) => kind === "lc")).toMatchObject([
    {
      key: expect.stringMatching(/^lc-shop-443-[0-9a-f]{8}$/) as string,
      arn: expect.stringContaining(":listener-certificate/app/shop/") as string,
      attributes: { listenerArn: ListenerArn, certificateArn: SECOND },
    },
  ]);
  const { NextMarker: Marker } = instance.ask("DescribeListenerCertificates", {
    ListenerArn,
    PageSize: 1,
  });
  expect(
    instance.ask("DescribeListenerCertificates", { ListenerArn, Marker }).Certificates,
  ).toEqual(both.slice(1));
  instance.ask("RemoveListenerCertificates", certificates(elsewhere(SECOND)));
  expect(described()).toEqual(both.slice(0, 1));
  instance.ask("RemoveListenerCertificates", certificates(SECOND));
});

test("an HTTP listener has no certificates", () => {
  const instance = secureShop();
  expect(
    instance.ask("DescribeListenerCertificates", { ListenerArn: SHOP_80 }).Certificates,
  ).toEqual([]);
  const input = { ...certificates(SECOND), ListenerArn: SHOP_80 };
  expect(instance.refusal("AddListenerCertificates", input)).toMatch(
    /^ValidationError: Listener '.*' has the protocol HTTP/,
  );
});

test("rejects unknown certificates, to remove the default one, and more than AWS allows", () => {
  const instance = secureShop();
  const unknown = certificateArn(CONNECTION, "unknown");
  expect(instance.refusal("AddListenerCertificates", certificates(unknown))).toMatch(
    /^CertificateNotFound: Certificate '.*' not found/,
  );
  expect(instance.refusal("RemoveListenerCertificates", certificates(CERTIFICATE))).toMatch(
    /^OperationNotPermitted: Default certificate '.*' cannot be removed/,
  );
  const many = Array.from({ length: 26 }, (_, i) => certificateArn(CONNECTION, `c${i}`));
  for (const arn of many) instance.addCertificate(arn);
  expect(instance.refusal("AddListenerCertificates", certificates(...many))).toMatch(
    /^TooManyCertificates: .*"26" certificates, and AWS allows 25/,
  );
});

test("what Pulumi added stays", () => {
  const instance = secureShop();
  instance.ask("AddListenerCertificates", certificates(SECOND));
  instance.asPulumis();
  expect(instance.refusal("RemoveListenerCertificates", certificates(SECOND))).toMatch(
    /^OperationNotPermitted: .*Pulumi stack shop\/dev/,
  );
});

import { certificateArn, loadBalancerArn, trustStoreArn } from "../../../../../../core/arn";
import { registerCertificate } from "../../../../../../components/controlPlane/certificates";
import { registerTrustStore } from "../../../../../../components/controlPlane/trustStores";
import { checkReferences } from "../../../../../../components/lb/listener/tls/references";
import { brief, only } from "../../../../../helpers/issues";
import { CONNECTION } from "../../../../../helpers/samples";

const OWNER = loadBalancerArn(CONNECTION, "web");
const ELSEWHERE = { ...CONNECTION, accountId: "123456789012" };
const certificate = (arn: string) => ({ certificate: { arn, path: "l.certificateArn" } });

test("accepts what the program makes, and nothing at all", () => {
  const [own, store] = [certificateArn(CONNECTION, "own"), trustStoreArn(CONNECTION, "own")];
  registerCertificate(own, { secretName: "own", names: [] });
  registerTrustStore(store, { secretName: "own" });
  const trustStore = { arn: store, path: "l.trustStoreArn" };
  expect(checkReferences(OWNER, { ...certificate(own), trustStore })).toEqual([]);
  expect(checkReferences(OWNER, {})).toEqual([]);
});

test("leaves what another stack may make to the records", () => {
  const arn = certificateArn(CONNECTION, "theirs");
  expect(checkReferences(OWNER, certificate(arn))).toEqual([]);
});

test.each([
  ["another account's", certificateArn(ELSEWHERE, "shop")],
  ["another region's", certificateArn({ ...CONNECTION, region: "eu-west-3" }, "shop")],
  ["IAM's", `arn:aws:iam::${CONNECTION.accountId}:server-certificate/shop`],
])("refuses a certificate that is %s", (_, arn) => {
  expect(only(checkReferences(OWNER, certificate(arn)))).toMatchObject({
    code: "KECS1021",
    message: `"${arn}" is a certificate of AWS, and nothing of it is on this machine`,
    severity: "error",
  });
});

test("refuses a trust store of AWS", () => {
  const trustStore = { arn: trustStoreArn(ELSEWHERE, "ca"), path: "t" };
  expect(brief(checkReferences(OWNER, { trustStore }))).toEqual(["KECS1021 t"]);
});

import type {
  DescribeListenerCertificatesCommandInput,
  DescribeListenerCertificatesOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Operation } from "../../world/operation";
import { recordedListenerCertificate } from "../../../core/lb/listenerCertificate/record";
import { addedCertificates } from "./children";
import { listenerByArn } from "./lookUp";
import { pageOf } from "./page";
import { listenerValuesOf } from "./shapes/listener";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeListenerCertificates.html */
export const describeListenerCertificates: Operation<
  DescribeListenerCertificatesCommandInput,
  DescribeListenerCertificatesOutput
> = (input, world) => {
  const listener = listenerByArn(world, input.ListenerArn);
  const { certificateArn } = listenerValuesOf(listener, world.connection);
  const added = addedCertificates(world, listener.arn)
    .map((object) => recordedListenerCertificate(object).certificateArn)
    .filter((arn) => arn !== certificateArn)
    .sort();
  const all = [
    ...(certificateArn === undefined ? [] : [{ CertificateArn: certificateArn, IsDefault: true }]),
    ...added.map((arn) => ({ CertificateArn: arn, IsDefault: false })),
  ];
  const { items, next } = pageOf(
    all,
    input,
    ({ CertificateArn, IsDefault }) => `${IsDefault ? 0 : 1} ${CertificateArn}`,
  );
  return { output: { Certificates: items, ...next } };
};

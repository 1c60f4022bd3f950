import type {
  RemoveListenerCertificatesCommandInput,
  RemoveListenerCertificatesOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import { recordedListenerCertificate } from "../../../core/lb/listenerCertificate/record";
import { addedCertificates } from "./children";
import { listenerByArn, resourceOf } from "./lookUp";
import { remove, requireOwn } from "./objects";
import { listenerValuesOf } from "./shapes/listener";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RemoveListenerCertificates.html */
export const removeListenerCertificates: Operation<
  RemoveListenerCertificatesCommandInput,
  RemoveListenerCertificatesOutput
> = ({ ListenerArn, Certificates = [] }, world) => {
  const listener = listenerByArn(world, ListenerArn);
  const { certificateArn = "" } = listenerValuesOf(listener, world.connection);
  const unwanted = new Set(Certificates.map((of) => resourceOf(of.CertificateArn ?? "")));
  if (certificateArn !== "" && unwanted.has(resourceOf(certificateArn))) {
    throw new AwsError(
      "OperationNotPermitted",
      `Default certificate '${certificateArn}' cannot be removed; give the listener another one with ModifyListener`,
    );
  }
  const going = addedCertificates(world, listener.arn).filter((object) =>
    unwanted.has(resourceOf(recordedListenerCertificate(object).certificateArn)),
  );
  for (const object of going) requireOwn(object, "Listener certificate");
  return { output: {}, changes: going.map(remove) };
};

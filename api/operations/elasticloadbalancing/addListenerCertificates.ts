import type {
  AddListenerCertificatesCommandInput,
  AddListenerCertificatesOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../../world/awsError";
import type { Operation } from "../../world/operation";
import {
  listenerCertificateRecord,
  recordedListenerCertificate,
} from "../../../core/lb/listenerCertificate/record";
import { protocolOf } from "../../../core/lb/listener/validate";
import { quotaIssue } from "../../../core/lb/loadBalancer/quotas";
import { recordedQuotas } from "../../../core/lb/loadBalancer/record";
import { certificateByArn } from "./checkListener";
import { addedCertificates } from "./children";
import { listenerByArn, listenersOf, loadBalancerOf } from "./lookUp";
import { newObject, put } from "./objects";
import { INPUT, refuse } from "./refuse";
import { listenerValuesOf } from "./shapes/listener";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AddListenerCertificates.html */
export const addListenerCertificates: Operation<
  AddListenerCertificatesCommandInput,
  AddListenerCertificatesOutput
> = ({ ListenerArn, Certificates = [] }, world) => {
  const { connection } = world;
  const listener = listenerByArn(world, ListenerArn);
  const of = listenerValuesOf(listener, connection);
  if (protocolOf(of) === "HTTP") {
    throw new AwsError(
      "ValidationError",
      `Listener '${listener.arn}' has the protocol HTTP; certificates are for HTTPS listeners`,
    );
  }
  const present = addedCertificates(world, listener.arn)
    .map(recordedListenerCertificate)
    .map(({ certificateArn }) => certificateArn);
  const wanted = Certificates.map(({ CertificateArn = "" }) =>
    certificateByArn(world, CertificateArn),
  ).map(({ arn }) => arn);
  const added = [...new Set(wanted)].filter(
    (arn) => !present.includes(arn) && arn !== of.certificateArn,
  );
  const parent = loadBalancerOf(world, listener);
  const count = listenersOf(world, parent).flatMap(({ arn }) =>
    addedCertificates(world, arn),
  ).length;
  const limit = recordedQuotas(parent).certificates;
  const quota = quotaIssue("certificates", count + added.length, limit, INPUT);
  if (quota !== undefined) refuse([quota], { KECS1019: "TooManyCertificates" });
  return {
    output: {
      Certificates: wanted.map((CertificateArn) => ({
        CertificateArn,
        IsDefault: CertificateArn === of.certificateArn,
      })),
    },
    changes: added.map((certificateArn) =>
      put(
        newObject(
          listenerCertificateRecord(connection, { listenerArn: listener.arn, certificateArn }),
          {},
          world,
        ),
      ),
    ),
  };
};

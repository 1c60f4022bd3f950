import { argumentFields, NO_EFFECT } from "../../support/argumentFields";
import { ignored } from "../../support/fieldSpec";
import type { ListenerCertificateValues } from "./validate";

/** Every field of a ListenerCertificate, and those of `aws.lb.ListenerCertificate`. */
export const LISTENER_CERTIFICATE_FIELDS = argumentFields<ListenerCertificateValues>(
  "a listener certificate",
  NO_EFFECT,
  {
    listenerArn: "text!",
    certificateArn: "text!",
    region: ignored("text", "the region is the instance's"),
  },
);

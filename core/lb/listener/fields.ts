import type { Connection } from "../../connection";
import { argumentFields, NO_EFFECT } from "../../support/argumentFields";
import { CONNECTION_FIELD } from "../../support/connectionFields";
import { holding, ignored } from "../../support/fieldSpec";
import { ACTION_FIELDS } from "../actions/fields";
import type { ListenerValues } from "./values";

interface Resolved extends ListenerValues {
  readonly connection: Connection;
}

const requestHeader = ignored("text", "targets get the header under its usual name");
const responseHeader = ignored("text", "answers come without the header, unless targets send it");

/** Every field of a Listener, and those of `aws.lb.Listener`. */
export const LISTENER_FIELDS = argumentFields<Resolved>("a listener", NO_EFFECT, {
  connection: CONNECTION_FIELD,
  loadBalancerArn: "text!",
  port: "number!",
  protocol: "text",
  certificateArn: "text",
  sslPolicy: "text",
  alpnPolicy: "text",
  mutualAuthentication: holding("object", {
    mode: "text!",
    trustStoreArn: "text",
    ignoreClientCertificateExpiry: "boolean",
    advertiseTrustStoreCaNames: "text",
  }),
  localPort: "number",
  defaultActions: holding("objects!", ACTION_FIELDS),
  tags: "textMap",
  region: ignored("text", "the region is the instance's"),
  tcpIdleTimeoutSeconds: ignored("number", "it belongs to Network and Gateway Load Balancers"),
  routingHttpRequestXAmznMtlsClientcertHeaderName: requestHeader,
  routingHttpRequestXAmznMtlsClientcertIssuerHeaderName: requestHeader,
  routingHttpRequestXAmznMtlsClientcertLeafHeaderName: requestHeader,
  routingHttpRequestXAmznMtlsClientcertSerialNumberHeaderName: requestHeader,
  routingHttpRequestXAmznMtlsClientcertSubjectHeaderName: requestHeader,
  routingHttpRequestXAmznMtlsClientcertValidityHeaderName: requestHeader,
  routingHttpRequestXAmznTlsCipherSuiteHeaderName: requestHeader,
  routingHttpRequestXAmznTlsVersionHeaderName: requestHeader,
  routingHttpResponseAccessControlAllowCredentialsHeaderValue: responseHeader,
  routingHttpResponseAccessControlAllowHeadersHeaderValue: responseHeader,
  routingHttpResponseAccessControlAllowMethodsHeaderValue: responseHeader,
  routingHttpResponseAccessControlAllowOriginHeaderValue: responseHeader,
  routingHttpResponseAccessControlExposeHeadersHeaderValue: responseHeader,
  routingHttpResponseAccessControlMaxAgeHeaderValue: responseHeader,
  routingHttpResponseContentSecurityPolicyHeaderValue: responseHeader,
  routingHttpResponseServerEnabled: ignored(
    "boolean",
    "answers of the load balancer itself have a Server header, those of targets their own",
    { only: { text: "false", applies: (value) => value === false } },
  ),
  routingHttpResponseStrictTransportSecurityHeaderValue: responseHeader,
  routingHttpResponseXContentTypeOptionsHeaderValue: responseHeader,
  routingHttpResponseXFrameOptionsHeaderValue: responseHeader,
});

import { defaultsOf, type AttributeTable } from "./attributes";

const REQUEST = "routing.http.request";
const RESPONSE = "routing.http.response";

/** Headers for targets: names that a listener of HTTPS can give them on AWS. */
const HEADER_NAMES: AttributeTable = Object.fromEntries(
  [
    "X-Amzn-Mtls-Clientcert",
    "X-Amzn-Mtls-Clientcert-Serial-Number",
    "X-Amzn-Mtls-Clientcert-Issuer",
    "X-Amzn-Mtls-Clientcert-Subject",
    "X-Amzn-Mtls-Clientcert-Validity",
    "X-Amzn-Mtls-Clientcert-Leaf",
    "X-Amzn-Tls-Version",
    "X-Amzn-Tls-Cipher-Suite",
  ].map((name) => [
    `${REQUEST}.${name.toLowerCase().replaceAll("-", "_")}.header_name`,
    { default: name },
  ]),
);

/** Headers of answers, which a listener adds or takes away on AWS. */
const HEADER_VALUES: AttributeTable = Object.fromEntries(
  [
    "strict_transport_security",
    "access_control_allow_origin",
    "access_control_allow_methods",
    "access_control_allow_headers",
    "access_control_allow_credentials",
    "access_control_expose_headers",
    "access_control_max_age",
    "content_security_policy",
    "x_content_type_options",
    "x_frame_options",
  ].map((name) => [`${RESPONSE}.${name}.header_value`, { default: "" }]),
);

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ListenerAttribute.html */
const OF_HTTP: AttributeTable = {
  [`${RESPONSE}.server.enabled`]: { default: "true", values: ["true", "false"] },
  ...HEADER_VALUES,
};
const OF_HTTPS: AttributeTable = { ...OF_HTTP, ...HEADER_NAMES };

export const OTHER_LISTENER_ATTRIBUTES = [
  "tcp.idle_timeout.seconds",
  "send_tcp_reset.on_idle_timeout.enabled",
];

export function listenerTable(protocol: "HTTP" | "HTTPS"): AttributeTable {
  return protocol === "HTTP" ? OF_HTTP : OF_HTTPS;
}

/** All attributes of a listener: those that AWS has by default, since none can be changed here. */
export function listenerAttributes(protocol: "HTTP" | "HTTPS"): Record<string, string> {
  return defaultsOf(listenerTable(protocol));
}

/** Fields whose names are not those of core's values with a capital. */
const FIELDS: Readonly<Record<string, string>> = {
  forward: "ForwardConfig",
  redirect: "RedirectConfig",
  fixedResponse: "FixedResponseConfig",
  arn: "TargetGroupArn",
  duration: "DurationSeconds",
  hostHeader: "HostHeaderConfig",
  pathPattern: "PathPatternConfig",
  httpHeader: "HttpHeaderConfig",
  httpRequestMethod: "HttpRequestMethodConfig",
  queryStrings: "QueryStringConfig.Values",
  sourceIp: "SourceIpConfig",
  certificateArn: "Certificates[0].CertificateArn",
  loadBalancerType: "Type",
};
/** Whole paths: what AWS has under another field, or as an attribute. */
const PATHS: Readonly<Record<string, string>> = {
  "healthCheck.enabled": "HealthCheckEnabled",
  "healthCheck.path": "HealthCheckPath",
  "healthCheck.port": "HealthCheckPort",
  "healthCheck.protocol": "HealthCheckProtocol",
  "healthCheck.matcher": "Matcher",
  "healthCheck.interval": "HealthCheckIntervalSeconds",
  "healthCheck.timeout": "HealthCheckTimeoutSeconds",
  "healthCheck.healthyThreshold": "HealthyThresholdCount",
  "healthCheck.unhealthyThreshold": "UnhealthyThresholdCount",
  idleTimeout: "idle_timeout.timeout_seconds",
  desyncMitigationMode: "routing.http.desync_mitigation_mode",
  clientKeepAlive: "client_keep_alive.seconds",
  "stickiness.cookieDuration": "stickiness duration_seconds",
  "stickiness.cookieName": "stickiness.app_cookie.cookie_name",
  slowStart: "slow_start.duration_seconds",
  hostnames: "kecs.hostnames",
  catchAll: "kecs.catch_all",
  hostHeader: "kecs.host_header",
  deregistrationDelay: "deregistration_delay.timeout_seconds",
};

/** `input.defaultActions[0].forward` as `DefaultActions[0].ForwardConfig`. */
export function awsPath(path: string): string {
  const below = path.replace(/^input\.?/, "");
  return (
    PATHS[below.replace(/\[\d+\]$/, "")] ??
    below
      .split(".")
      .map((segment, i, all) => {
        const [, field = "", index = ""] = /^([^[]*)(.*)$/.exec(segment) ?? [];
        if (field === "stickiness" && all[i - 1] === "forward") {
          return "TargetGroupStickinessConfig";
        }
        return `${FIELDS[field] ?? field.charAt(0).toUpperCase() + field.slice(1)}${index}`;
      })
      .join(".")
  );
}

import { targetGroupArn } from "../../core/arn";
import { hostsOf } from "../../core/hosts";
import type {
  Action,
  Attributes,
  Condition,
  Listener,
  LoadBalancer,
  QueryPattern,
  Rule,
  TargetGroup,
} from "../../core/lb/model";
import type {
  ActionFixture,
  AlbFixture,
  ConditionFixture,
  Fixture,
  ListenerFixture,
  RuleFixture,
} from "./caseFile";

/** Where a listener port of AWS answers on this machine. */
export type PortMapping = (listenerPort: number) => Pick<Listener, "localPort" | "entryPoint">;

/** The ports that the case files are written for: 8080, 8443, and 9000 for every other one. */
export const PORTS_OF_THE_FILES: PortMapping = (port) => {
  if (port === 80) return { localPort: 8080, entryPoint: "alb-http" };
  if (port === 443) return { localPort: 8443, entryPoint: "alb-https" };
  return { localPort: 9000, entryPoint: "alb-9000" };
};

export interface FixtureModel {
  readonly loadBalancers: readonly LoadBalancer[];
  /** The targets of each target group, by the group's name in the model. */
  readonly targets: Readonly<Record<string, readonly string[]>>;
}

/**
 * A fixture as the load balancers that it describes. Target groups are called
 * `<fixture>-<group>`, so that fixtures can stand beside each other.
 */
export function fixtureModel(name: string, fixture: Fixture, ports: PortMapping): FixtureModel {
  const reader = new Reader(name, fixture, ports);
  return {
    loadBalancers: fixture.albs.map((alb) => reader.loadBalancer(alb)),
    targets: Object.fromEntries(
      Object.entries(fixture.targetGroups).map(([group, { targets }]) => [
        `${name}-${group}`,
        targets,
      ]),
    ),
  };
}

class Reader {
  constructor(
    private readonly name: string,
    private readonly fixture: Fixture,
    private readonly ports: PortMapping,
  ) {}

  loadBalancer(alb: AlbFixture): LoadBalancer {
    return {
      name: alb.name,
      hosts: hostsOf(alb.name, alb.hostnames ?? []),
      catchAll: alb.catchAll ?? false,
      attributes: attributes(alb, this.fixture.simulateSourceIp ?? false),
      listeners: alb.listeners.map((listener) => this.listener(alb, listener)),
    };
  }

  private listener(alb: AlbFixture, { port, protocol, ...given }: ListenerFixture): Listener {
    const rules = (given.rules ?? []).toSorted((a, b) => a.priority - b.priority);
    const local = alb.listeners.map((each) => [each.port, this.ports(each.port).localPort]);
    return {
      port,
      protocol,
      ...this.ports(port),
      hosts: hostsOf(alb.name, [...(alb.hostnames ?? []), ...rules.flatMap(hostsOfRule)]),
      portMap: Object.fromEntries(local) as Record<string, number>,
      ...(protocol === "HTTPS" ? { tls: {} } : {}),
      rules: rules.map((rule) => this.rule(`${alb.name}-${port}`, rule)),
      defaultAction: this.action(given.defaultActions),
    };
  }

  private rule(listener: string, { priority, conditions, actions }: RuleFixture): Rule {
    return {
      name: `${listener}-rule-${priority}`,
      priority,
      conditions: conditions.map(condition),
      action: this.action(actions),
    };
  }

  private action(actions: readonly ActionFixture[]): Action {
    const action = actions.at(-1);
    if (action === undefined) throw new Error(`fixture ${this.name} has an empty list of actions`);
    if (action.type === "forward") {
      const { enabled = false, duration = 3600 } = action.stickiness ?? {};
      return {
        type: "forward",
        targetGroups: action.targetGroups.map(({ name, weight = 1 }) => ({
          group: this.targetGroup(name),
          weight,
        })),
        ...(enabled ? { stickiness: duration } : {}),
      };
    }
    if (action.type === "redirect") {
      return {
        protocol: "#{protocol}",
        host: "#{host}",
        port: "#{port}",
        path: "/#{path}",
        query: "#{query}",
        ...action,
        statusCode: action.statusCode === "HTTP_301" ? 301 : 302,
      };
    }
    const { statusCode, messageBody = "" } = action;
    const contentType = action.contentType ?? (messageBody === "" ? undefined : "text/plain");
    return {
      type: "fixed-response",
      statusCode: Number(statusCode),
      ...(contentType === undefined ? {} : { contentType }),
      messageBody,
    };
  }

  private targetGroup(short: string): TargetGroup {
    const group = this.fixture.targetGroups[short];
    if (group === undefined) throw new Error(`fixture ${this.name} has no target group ${short}`);
    const name = `${this.name}-${short}`;
    const { stickiness } = group;
    return {
      name,
      arn: targetGroupArn({ instance: "cases", region: "us-east-1", accountId: "0" }, name),
      protocol: group.protocol ?? "HTTP",
      protocolVersion: group.protocolVersion ?? "HTTP1",
      algorithm: group.algorithm ?? "round_robin",
      ...(stickiness === undefined
        ? {}
        : {
            stickiness: {
              cookieName: stickiness.type === "lb_cookie" ? "AWSALB" : "AWSALBAPP-0",
              duration: stickiness.duration ?? 86_400,
            },
          }),
    };
  }
}

function hostsOfRule({ conditions }: RuleFixture): string[] {
  return conditions.flatMap(({ field, values = [] }) =>
    field === "host-header" ? texts(values) : [],
  );
}

function condition(of: ConditionFixture): Condition {
  const { field, values = [], regexValues = [] } = of;
  switch (field) {
    case "host-header":
    case "path-pattern":
      return { field, values: texts(values), regexValues };
    case "http-header":
      return { field, name: of.name ?? "", values: texts(values), regexValues };
    case "http-request-method":
    case "source-ip":
      return { field, values: texts(values) };
    case "query-string":
      return { field, values: values as readonly QueryPattern[] };
  }
}

function texts(values: ConditionFixture["values"] & object): string[] {
  return values.map((value) => {
    if (typeof value === "string") return value;
    throw new Error(`not a text: ${JSON.stringify(value)}`);
  });
}

/** Reads AWS's attribute keys; one that the cases do not know is an error. */
function attributes(alb: AlbFixture, simulateSourceIp: boolean): Attributes {
  const {
    "idle_timeout.timeout_seconds": idleTimeout = 60,
    "routing.http2.enabled": http2 = true,
    "routing.http.drop_invalid_header_fields.enabled": dropInvalidHeaderFields = false,
    "routing.http.xff_header_processing.mode": xffHeaderProcessingMode = "append",
    "routing.http.xff_client_port.enabled": xffClientPort = false,
    "routing.http.x_amzn_tls_version_and_cipher_suite.enabled": tlsHeaders = false,
    "kecs.host_header": hostHeader = "local",
    ...rest
  } = alb.attributes ?? {};
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw new Error(`load balancer ${alb.name}: unknown key "${unknown}"`);
  return {
    idleTimeout: Number(idleTimeout),
    http2: isOn(http2),
    dropInvalidHeaderFields: isOn(dropInvalidHeaderFields),
    xffHeaderProcessingMode: xffHeaderProcessingMode as Attributes["xffHeaderProcessingMode"],
    xffClientPort: isOn(xffClientPort),
    tlsHeaders: isOn(tlsHeaders),
    hostHeader: hostHeader as Attributes["hostHeader"],
    simulateSourceIp,
  };
}

function isOn(value: string | number | boolean): boolean {
  return String(value) === "true";
}

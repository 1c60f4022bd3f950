import fc from "fast-check";
import { checkListener } from "../../components/lb/listener/check";
import { checkRule } from "../../components/lb/listenerRule/check";
import { INSTANCE_FIELDS } from "../../cluster/machine/instanceFields";
import { validateInstance } from "../../cluster/machine/settings";
import { CERTIFICATE_FIELDS } from "../../core/acm/fields";
import { validateCertificate, validateKey } from "../../core/acm/validate";
import { validateName } from "../../core/awsNames";
import { CLUSTER_FIELDS, type ClusterValues } from "../../core/ecs/cluster/fields";
import { SERVICE_FIELDS } from "../../core/ecs/service/fields";
import { ECS_TASK_FIELDS } from "../../core/ecs/task/fields";
import { SCHEDULE_FIELDS } from "../../core/ecs/schedule/fields";
import { validateSchedule } from "../../core/ecs/schedule/validate";
import { validateEcsTask } from "../../core/ecs/task/validate";
import { validateEcsService } from "../../core/ecs/service/validate";
import { TASK_FIELDS } from "../../core/ecs/taskDefinition/fields/task";
import { validateTaskDefinition } from "../../core/ecs/taskDefinition/validate";
import type { TaskDefinitionValues } from "../../core/ecs/taskDefinition/values";
import { IMAGE_FIELDS } from "../../core/image/fields";
import { validateImage } from "../../core/image/validate";
import { LISTENER_CERTIFICATE_FIELDS } from "../../core/lb/listenerCertificate/fields";
import { validateListenerCertificate } from "../../core/lb/listenerCertificate/validate";
import { TRUST_STORE_FIELDS } from "../../core/lb/trustStore/fields";
import { validateTrustStore } from "../../core/lb/trustStore/validate";
import {
  DISCOVERY_SERVICE_FIELDS,
  HTTP_NAMESPACE_FIELDS,
  NAMESPACE_FIELDS,
  type NamespaceValues,
} from "../../core/servicediscovery/fields";
import {
  validateDiscoveryName,
  validateDiscoveryService,
  validateHttpNamespaceName,
} from "../../core/servicediscovery/validate";
import { listenerArn, loadBalancerArn, targetGroupArn } from "../../core/arn";
import { LISTENER_FIELDS } from "../../core/lb/listener/fields";
import { LISTENER_RULE_FIELDS } from "../../core/lb/listenerRule/fields";
import { ALB_FIELDS } from "../../core/lb/loadBalancer/fields";
import { validateAlb } from "../../core/lb/loadBalancer/validate";
import { TARGET_GROUP_FIELDS } from "../../core/lb/targetGroup/fields";
import { validateTargetGroup } from "../../core/lb/targetGroup/validate";
import { REFERENCE_FIELDS, validateReference } from "../../core/outputs/reference";
import { validateArguments, type ArgumentFields } from "../../core/support/argumentFields";
import type { Issue } from "../../core/validate";
import { arbitraryArguments, faultsOf } from "../helpers/arbitraryArguments";
import { CONNECTION } from "../helpers/samples";

/** Texts that lead further into the rules than random ones do. */
const TEXTS = [
  ...[loadBalancerArn(CONNECTION, "a"), listenerArn(CONNECTION, "a", 80)],
  ...[targetGroupArn(CONNECTION, "g"), "arn:aws:acm:us-east-1:000000000000:certificate/a"],
  ...["forward", "redirect", "fixed-response", "authenticate-oidc", "HTTP", "HTTPS", "GRPC", "ip"],
  ...["HTTP_301", "200", "200-299", "#{protocol}", "/#{path}?", "text/plain", "lb_cookie"],
  ...["app_cookie", "off", "verify", "a.example.test", "*.test", "/a/*", "^/(a|b)$", "(", "GET"],
  ...["10.0.0.0/8", "::/0", "traffic-port", "localhost:3000", "\ud800", "\u0000", "x".repeat(200)],
];

interface Component {
  readonly fields: ArgumentFields;
  readonly rules: (values: never) => Issue[];
}

const PATH = 'It("a")';
const COMPONENTS: Readonly<Record<string, Component>> = {
  Alb: { fields: ALB_FIELDS, rules: (of) => validateAlb(of, PATH) },
  Listener: {
    fields: LISTENER_FIELDS,
    rules: (of) => checkListener(of, { alb: undefined, count: 1, path: PATH }),
  },
  ListenerRule: {
    fields: LISTENER_RULE_FIELDS,
    rules: (of) => checkRule(of, { name: "a", listener: undefined, count: 1, path: PATH }),
  },
  ListenerCertificate: {
    fields: LISTENER_CERTIFICATE_FIELDS,
    rules: (of) => validateListenerCertificate(of, PATH),
  },
  TrustStore: { fields: TRUST_STORE_FIELDS, rules: (of) => validateTrustStore(of, PATH) },
  Certificate: {
    fields: CERTIFICATE_FIELDS,
    rules: (of) => [...validateCertificate(of, PATH, new Date()), ...validateKey(of, PATH)],
  },
  EcsCluster: {
    fields: CLUSTER_FIELDS,
    rules: ({ name }: ClusterValues) => validateName("ecs", name, PATH),
  },
  EcsService: {
    fields: SERVICE_FIELDS,
    rules: (of) => validateEcsService(of, [], PATH),
  },
  EcsTask: {
    fields: ECS_TASK_FIELDS,
    rules: (of) => validateEcsTask(of, [], PATH),
  },
  Schedule: {
    fields: SCHEDULE_FIELDS,
    rules: (of) => validateSchedule(of, [], PATH),
  },
  HttpNamespace: {
    fields: HTTP_NAMESPACE_FIELDS,
    rules: ({ name }: NamespaceValues) => validateHttpNamespaceName(name, PATH),
  },
  PrivateDnsNamespace: {
    fields: NAMESPACE_FIELDS,
    rules: ({ name }: NamespaceValues) => validateDiscoveryName(name, PATH),
  },
  DiscoveryService: {
    fields: DISCOVERY_SERVICE_FIELDS,
    rules: (of) => validateDiscoveryService(of, "myapp.local", PATH),
  },
  Image: { fields: IMAGE_FIELDS, rules: (of) => validateImage(of, PATH, () => undefined) },
  KecsStack: { fields: REFERENCE_FIELDS, rules: (of) => validateReference(of, PATH) },
  KecsInstance: { fields: INSTANCE_FIELDS, rules: (of) => validateInstance(of, PATH) },
  TargetGroup: { fields: TARGET_GROUP_FIELDS, rules: (of) => validateTargetGroup(of, PATH) },
};

test.each(Object.entries(COMPONENTS))(
  "answers whatever it is given with issues: %s",
  (_, { fields, rules }) => {
    fc.assert(
      fc.property(arbitraryArguments(fields.rows, TEXTS), (values) => {
        expect(faultsOf(validateArguments(fields, values, PATH, rules))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  },
);

test("answers whatever it is given with issues: TaskDefinition", () => {
  const isObject = (value: unknown) => typeof value === "object" && value !== null;
  fc.assert(
    fc.property(arbitraryArguments(TASK_FIELDS, TEXTS).filter(isObject), (values) => {
      const given = { value: values as TaskDefinitionValues, secrets: [] };
      expect(faultsOf(validateTaskDefinition(given, PATH))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

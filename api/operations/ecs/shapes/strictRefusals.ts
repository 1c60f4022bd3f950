import type {
  LoadBalancer,
  NetworkConfiguration,
  RegisterTaskDefinitionRequest,
  RunTaskRequest,
} from "@aws-sdk/client-ecs";
import { AwsError } from "../../../world/awsError";
import { impossibleId } from "../../../world/strict";
import type { World } from "../../../world/world";
import { loadBalancersOf } from "../../elasticloadbalancing/targetGroupUse";
import { invalid } from "../refuse";

/* What AWS refuses and this API takes, unless it is to be strict. */

interface StrictService {
  readonly loadBalancers?: readonly LoadBalancer[] | undefined;
  readonly networkConfiguration?: NetworkConfiguration | undefined;
  readonly role?: string | undefined;
}

/** Of what a caller says of a service, on making or changing it. */
export function refuseStrictly(request: StrictService, world: World): void {
  if (!world.isStrict) return;
  refuseNetwork(request.networkConfiguration);
  const role = impossibleId("role", [request.role]);
  if (role !== undefined) throw invalid(`The role ${role} is not valid.`);
  const users = loadBalancersOf(world);
  for (const { targetGroupArn = "" } of request.loadBalancers ?? []) {
    if (users(targetGroupArn).length > 0) continue;
    throw invalid(
      `The target group with targetGroupArn ${targetGroupArn} does not have an associated load balancer.`,
    );
  }
}

export function refuseRunStrictly(request: RunTaskRequest, { isStrict }: World): void {
  if (!isStrict) return;
  refuseNetwork(request.networkConfiguration);
  refuseRoles(request.overrides ?? {});
}

export function refuseDefinitionStrictly(
  request: RegisterTaskDefinitionRequest,
  { isStrict }: World,
): void {
  if (isStrict) refuseRoles(request);
}

function refuseNetwork({ awsvpcConfiguration }: NetworkConfiguration = {}): void {
  const { subnets = [], securityGroups = [] } = awsvpcConfiguration ?? {};
  const subnet = impossibleId("subnet", subnets);
  if (subnet !== undefined) throw invalid(`The subnet ID '${subnet}' does not exist`);
  const group = impossibleId("security group", securityGroups);
  if (group !== undefined) throw invalid(`The security group ID '${group}' does not exist`);
}

interface Roles {
  readonly taskRoleArn?: string | undefined;
  readonly executionRoleArn?: string | undefined;
}

function refuseRoles({ taskRoleArn, executionRoleArn }: Roles): void {
  if (impossibleId("role", [taskRoleArn, executionRoleArn]) === undefined) return;
  throw new AwsError("ClientException", "Role is not valid");
}

import { createService } from "../../../../api/operations/ecs/createService";
import { registerTaskDefinition } from "../../../../api/operations/ecs/registerTaskDefinition";
import { runTask } from "../../../../api/operations/ecs/runTask";
import { updateService } from "../../../../api/operations/ecs/updateService";
import { AwsError } from "../../../../api/world/awsError";
import { CONTAINER, GROUP, REQUEST, shop as ecsShop } from "../../../helpers/api/ecsShop";
import { ofPulumi } from "../../../helpers/api/ecsObjects";
import { SHOP, shop, WEB_GROUP } from "../../../helpers/api/loadBalancing";
import { CONNECTION } from "../../../helpers/samples";
import { listenerRecord } from "../../../../core/lb/listener/record";
import { loadBalancerRecord } from "../../../../core/lb/loadBalancer/record";
import { loadBalancerArn } from "../../../../core/arn";

const SUBNETS = ["subnet-0123456789abcdef0", "subnet-89abcdef"];
const ROLE = "arn:aws:iam::000000000000:role/service/task";

function strictShop() {
  const instance = shop();
  instance.isStrict = true;
  return instance;
}

describe("a load balancer", () => {
  test.each([
    ["none", {}],
    ["one", { Subnets: ["subnet-89abcdef"] }],
    ["one twice", { Subnets: ["subnet-89abcdef", "subnet-89abcdef"] }],
    ["one mapping", { SubnetMappings: [{ SubnetId: "subnet-89abcdef" }] }],
  ])("rejects %s of the subnets", (_, subnets) => {
    expect(strictShop().refusal("CreateLoadBalancer", { Name: "new", ...subnets })).toBe(
      "ValidationError: At least two subnets in two different Availability Zones must be specified",
    );
  });

  test("rejects ids that AWS does not give, also where they are changed", () => {
    const instance = strictShop();
    const other = ["subnet-1", "subnet-89abcdef"];
    const subnet = "SubnetNotFound: The subnet ID 'subnet-1' does not exist";
    const group = "InvalidSecurityGroup: The security group 'default' does not exist";
    expect([
      instance.refusal("CreateLoadBalancer", { Name: "new", Subnets: other }),
      instance.refusal("SetSubnets", { LoadBalancerArn: SHOP, Subnets: other }),
      instance.refusal("CreateLoadBalancer", {
        Name: "new",
        Subnets: SUBNETS,
        SecurityGroups: ["default"],
      }),
      instance.refusal("SetSecurityGroups", {
        LoadBalancerArn: SHOP,
        SecurityGroups: ["default"],
      }),
    ]).toEqual([subnet, subnet, group, group]);
  });

  test("takes what AWS could have", () => {
    const instance = strictShop();
    const SecurityGroups = ["sg-0123456789abcdef0"];
    instance.ask("CreateLoadBalancer", { Name: "new", Subnets: SUBNETS, SecurityGroups });
    instance.ask("SetSubnets", { LoadBalancerArn: SHOP, Subnets: SUBNETS });
    instance.ask("SetSecurityGroups", { LoadBalancerArn: SHOP, SecurityGroups });
  });
});

test("a target group has a VPC", () => {
  const instance = strictShop();
  const group = { ...WEB_GROUP, Name: "new" };
  expect([
    instance.refusal("CreateTargetGroup", group),
    instance.refusal("CreateTargetGroup", { ...group, VpcId: "mine" }),
  ]).toEqual([
    "ValidationError: A VPC ID must be specified",
    "ValidationError: The VPC ID 'mine' is not found",
  ]);
  instance.ask("CreateTargetGroup", { ...group, VpcId: "vpc-0123456789abcdef0" });
});

describe("ECS", () => {
  function strictEcs() {
    const instance = ecsShop();
    instance.isStrict = true;
    return instance;
  }
  const refusal = (act: () => unknown): string => {
    try {
      act();
    } catch (error) {
      if (error instanceof AwsError) return `${error.code}: ${error.message}`;
      throw error;
    }
    throw new Error("it was not refused");
  };
  const UNUSED = `InvalidParameterException: The target group with targetGroupArn ${GROUP} does not have an associated load balancer.`;
  const network = (subnet: string, group: string) => ({
    networkConfiguration: {
      awsvpcConfiguration: { subnets: [subnet], securityGroups: [group] },
    },
  });

  test("rejects a service of a target group that no listener uses, until one does", () => {
    const instance = strictEcs();
    expect(refusal(() => instance.call(createService, REQUEST))).toBe(UNUSED);
    const arn = loadBalancerArn(CONNECTION, "alb");
    instance.objects = [
      ...instance.objects,
      ofPulumi("lb", loadBalancerRecord({ name: "alb" }, arn)),
      ofPulumi(
        "listener",
        listenerRecord(
          {
            connection: CONNECTION,
            loadBalancerArn: arn,
            port: 80,
            defaultActions: [{ type: "forward", targetGroupArn: GROUP }],
          },
          undefined,
        ),
      ),
    ];
    instance.call(createService, REQUEST);
  });

  test("asks for the target groups of a changed service only where they change", () => {
    const instance = ecsShop();
    instance.call(createService, REQUEST);
    instance.isStrict = true;
    const web = { cluster: "main", service: "web" };
    instance.call(updateService, { ...web, desiredCount: 3 });
    const { loadBalancers } = REQUEST;
    expect(refusal(() => instance.call(updateService, { ...web, loadBalancers }))).toBe(UNUSED);
  });

  test("rejects ids of networks and roles that AWS does not give", () => {
    const instance = strictEcs();
    const service = { ...REQUEST, loadBalancers: [] };
    const task = { cluster: "main", taskDefinition: "web" };
    const family = { family: "other", containerDefinitions: [CONTAINER] };
    expect([
      refusal(() => instance.call(createService, { ...service, ...network("a", "sg-89abcdef") })),
      refusal(() =>
        instance.call(createService, { ...service, ...network("subnet-89abcdef", "a") }),
      ),
      refusal(() => instance.call(createService, { ...service, role: "no role" })),
      refusal(() => instance.call(runTask, { ...task, ...network("a", "sg-89abcdef") })),
      refusal(() => instance.call(runTask, { ...task, overrides: { taskRoleArn: "no role" } })),
      refusal(() => instance.call(registerTaskDefinition, { ...family, executionRoleArn: "a:b" })),
    ]).toEqual([
      "InvalidParameterException: The subnet ID 'a' does not exist",
      "InvalidParameterException: The security group ID 'a' does not exist",
      "InvalidParameterException: The role no role is not valid.",
      "InvalidParameterException: The subnet ID 'a' does not exist",
      "ClientException: Role is not valid",
      "ClientException: Role is not valid",
    ]);
    instance.call(createService, { ...service, ...network("subnet-89abcdef", "sg-89abcdef") });
    instance.call(registerTaskDefinition, {
      ...family,
      taskRoleArn: ROLE,
      executionRoleArn: "exec",
    });
  });
});

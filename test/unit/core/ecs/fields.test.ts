import { clusterArn, targetGroupArn } from "../../../../core/arn";
import { CLUSTER_FIELDS } from "../../../../core/ecs/cluster/fields";
import { SERVICE_FIELDS } from "../../../../core/ecs/service/fields";
import { validateArguments, type ArgumentFields } from "../../../../core/support/argumentFields";
import { brief, only } from "../../../helpers/issues";
import { CONNECTION } from "../../../helpers/samples";

const service = {
  connection: CONNECTION,
  name: "web",
  cluster: clusterArn(CONNECTION, "c"),
  taskDefinition: "t",
};
const check = (fields: ArgumentFields, values: object) =>
  validateArguments(fields, values, "s", () => []);

test("warns once of all of a service that has no effect here, and not of tags", () => {
  const values = { launchType: "FARGATE", iamRole: "r", triggers: { a: "1" }, tags: { a: "b" } };
  const issue = only(check(SERVICE_FIELDS, { ...service, ...values }));
  expect(issue).toMatchObject({ code: "KECS1023", severity: "warning" });
  expect(issue.message).toBe(
    "without effect here: launchType (all tasks run on the instance's nodes), " +
      "iamRole (no IAM role is needed here), triggers (it takes effect only with forceNewDeployment: true, as on AWS)",
  );
});

test("says nothing of triggers that force a deployment", () => {
  const values = { triggers: { a: "1" }, forceNewDeployment: true };
  expect(check(SERVICE_FIELDS, { ...service, ...values })).toEqual([]);
});

test("warns of the settings of a cluster", () => {
  const values = { connection: CONNECTION, name: "c" };
  const settings = [{ name: "containerInsights", value: "enabled" }];
  expect(only(check(CLUSTER_FIELDS, { ...values, settings })).message).toBe(
    "without effect here: settings (Container Insights collects nothing)",
  );
});

test.each<[string, object, string[]]>([
  [
    "an unknown field of an attachment",
    {
      loadBalancers: [
        {
          targetGroupArn: targetGroupArn(CONNECTION, "g"),
          containerName: "web",
          containerPort: 80,
          containerPrt: 1,
        },
      ],
    },
    ["KECS1024 s.loadBalancers[0].containerPrt"],
  ],
  [
    "nothing where an attachment should be",
    { loadBalancers: [null] },
    ["KECS1024 s.loadBalancers[0]"],
  ],
  ["VPC Lattice", { vpcLatticeConfigurations: [{}] }, ["KECS1013 s.vpcLatticeConfigurations"]],
])("rejects %s", (_, more, expected) => {
  expect(brief(check(SERVICE_FIELDS, { ...service, ...more }))).toEqual(expected);
});

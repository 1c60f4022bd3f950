"use strict";

// Writes api/wire/constraints.json: what AWS's public API model demands of the inputs of the operations
// below; and api/wire/ec2/shapes.json: all that those of EC2 take and give, since the SDK's package for
// that has 28 MB. The argument is the folder `botocore/data` of an unpacked botocore:
//
//   pip download --no-deps -d <folder> botocore==1.43.120 && unzip -d <folder> <folder>/botocore-*.whl
//   node scripts/aws-constraints.js <folder>/botocore/data
const fs = require("node:fs");
const path = require("node:path");
const { gunzipSync } = require("node:zlib");

/** By the name in a request's credential scope: botocore's folder, and the operations. */
const SERVICES = {
  acm: {
    folder: "acm",
    operations: `AddTagsToCertificate DeleteCertificate DescribeCertificate GetCertificate ImportCertificate
      ListCertificates ListTagsForCertificate RemoveTagsFromCertificate`,
  },
  ec2: {
    folder: "ec2",
    operations: `DescribeAccountAttributes DescribeAvailabilityZones DescribeInternetGateways
      DescribeNetworkInterfaces DescribeRegions DescribeRouteTables DescribeSecurityGroups DescribeSubnets
      DescribeVpcAttribute DescribeVpcs DescribeVpnGateways`,
  },
  ecs: {
    folder: "ecs",
    operations: `CreateCluster CreateService DeleteCluster DeleteService DeleteTaskDefinitions
      DeregisterTaskDefinition DescribeCapacityProviders DescribeClusters DescribeServiceDeployments
      DescribeServiceRevisions DescribeServices DescribeTaskDefinition DescribeTasks ExecuteCommand
      ListAccountSettings ListClusters ListContainerInstances ListServiceDeployments ListServices
      ListTagsForResource ListTaskDefinitionFamilies ListTaskDefinitions ListTasks
      PutClusterCapacityProviders RegisterTaskDefinition RunTask StopServiceDeployment StopTask TagResource
      UntagResource UpdateCluster UpdateClusterSettings UpdateService`,
  },
  elasticloadbalancing: {
    folder: "elbv2",
    operations: `AddListenerCertificates AddTags CreateListener CreateLoadBalancer CreateRule
      CreateTargetGroup DeleteListener DeleteLoadBalancer DeleteRule DeleteTargetGroup DeregisterTargets
      DescribeAccountLimits DescribeCapacityReservation DescribeListenerAttributes
      DescribeListenerCertificates DescribeListeners DescribeLoadBalancerAttributes DescribeLoadBalancers
      DescribeRules DescribeSSLPolicies DescribeTags DescribeTargetGroupAttributes DescribeTargetGroups
      DescribeTargetHealth DescribeTrustStores ModifyCapacityReservation ModifyIpPools ModifyListener
      ModifyListenerAttributes ModifyLoadBalancerAttributes ModifyRule ModifyTargetGroup
      ModifyTargetGroupAttributes RegisterTargets RemoveListenerCertificates RemoveTags SetIpAddressType
      SetRulePriorities SetSecurityGroups SetSubnets`,
  },
  logs: {
    folder: "logs",
    operations: `DeleteRetentionPolicy DescribeLogGroups DescribeLogStreams FilterLogEvents GetLogEvents
      ListTagsForResource ListTagsLogGroup PutRetentionPolicy TagResource UntagResource`,
  },
};

/** What is kept of a shape. */
const KEYS = [
  "type",
  "required",
  "members",
  "member",
  "key",
  "value",
  "enum",
  "min",
  "max",
  "pattern",
  "sensitive",
];

function readModel(data, folder) {
  const versions = fs.readdirSync(path.join(data, folder)).sort();
  const file = path.join(data, folder, versions.at(-1), "service-2.json");
  const text = fs.existsSync(file)
    ? fs.readFileSync(file)
    : gunzipSync(fs.readFileSync(`${file}.gz`));
  return JSON.parse(text.toString("utf8"));
}

/** A shape without prose, with the names of the shapes that it is made of. */
function withoutProse(shape) {
  const entries = KEYS.filter((key) => shape[key] !== undefined).map((key) => [
    key,
    key === "members"
      ? Object.fromEntries(Object.entries(shape.members).map(([name, { shape }]) => [name, shape]))
      : (shape[key].shape ?? shape[key]),
  ]);
  return Object.fromEntries(entries);
}

function neighbours({ members = {}, member, key, value }) {
  return [...Object.values(members), member, key, value].filter((name) => name !== undefined);
}

function constraintsOf({ shapes, operations }, names) {
  const found = new Map();
  const visit = (name) => {
    if (found.has(name)) return;
    found.set(name, withoutProse(shapes[name]));
    neighbours(found.get(name)).forEach(visit);
  };
  const inputs = names.sort().map((name) => [name, operations[name].input.shape]);
  inputs.forEach(([, shape]) => visit(shape));
  const sorted = [...found].sort(([one], [other]) => (one < other ? -1 : 1));
  return { operations: Object.fromEntries(inputs), shapes: Object.fromEntries(sorted) };
}

const COMPOSED = ["structure", "list", "map"];

/** A member: its shape, or what a simple one is, and its name in XML if that is another. */
function memberOf({ shape, locationName, queryName }, shapes) {
  if (queryName !== undefined)
    throw new Error(`${queryName} has another name in XML than in forms`);
  const of = COMPOSED.includes(shapes[shape].type) ? shape : shapes[shape].type;
  return locationName === undefined ? [of] : [of, locationName];
}

/** The shapes of inputs and outputs, with the names that their members have in XML. */
function shapesOf({ shapes, operations }, names) {
  const found = new Map();
  const visit = (name) => {
    const { type, members, member } = shapes[name];
    if (found.has(name) || !COMPOSED.includes(type)) return;
    if (type === "map") throw new Error(`${name} is a map, and api/wire/ec2/schemas.ts makes none`);
    const below = Object.entries(members ?? { member });
    const all = below.map(([key, of]) => [key, memberOf(of, shapes)]);
    found.set(name, members ? { members: Object.fromEntries(all) } : Object.fromEntries(all));
    below.forEach(([, { shape }]) => visit(shape));
  };
  const all = names.sort().map((name) => {
    const { input, output } = operations[name];
    visit(input.shape);
    visit(output.shape);
    return [name, [input.shape, output.shape]];
  });
  const sorted = [...found].sort(([one], [other]) => (one < other ? -1 : 1));
  return { operations: Object.fromEntries(all), shapes: Object.fromEntries(sorted) };
}

const lines = (entries, indent = "      ") =>
  Object.entries(entries)
    .map(([name, value]) => `${indent}${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(",\n");

const write = (file, text) =>
  fs.writeFileSync(path.join(__dirname, "..", "api", "wire", file), text);

const [data] = process.argv.slice(2);
const services = Object.entries(SERVICES).map(([name, { folder, operations }]) => {
  const found = constraintsOf(readModel(data, folder), operations.split(/\s+/));
  return `  ${JSON.stringify(name)}: {
    "operations": {\n${lines(found.operations)}\n    },
    "shapes": {\n${lines(found.shapes)}\n    }
  }`;
});
write("constraints.json", `{\n${services.join(",\n")}\n}\n`);

const { folder, operations } = SERVICES.ec2;
const ec2 = shapesOf(readModel(data, folder), operations.split(/\s+/));
write(
  "ec2/shapes.json",
  `{\n  "operations": {\n${lines(ec2.operations, "    ")}\n  },
  "shapes": {\n${lines(ec2.shapes, "    ")}\n  }\n}\n`,
);

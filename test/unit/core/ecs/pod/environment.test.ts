import { environment } from "../../../../../core/ecs/pod/environment";
import { digest } from "../../../../../core/naming";
import { container } from "../../../../helpers/tasks";

const OURS = [
  { name: "KECS_POD", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } },
  { name: "AWS_REGION", value: "eu-central-1" },
  { name: "AWS_DEFAULT_REGION", value: "eu-central-1" },
  { name: "AWS_EC2_METADATA_DISABLED", value: "true" },
  { name: "AWS_EXECUTION_ENV", value: "AWS_ECS_FARGATE" },
];

test("is what ECS sets, then variables, then secrets by their keys", () => {
  const web = container("web", {
    environment: [
      { name: "GREETING", value: "$(AWS_REGION) costs $5" },
      { name: "EMPTY", value: "" },
    ],
    secrets: [{ name: "PASSWORD", key: "web.PASSWORD" }],
  });
  expect(environment(web, "shop-secrets", "eu-central-1")).toEqual([
    ...OURS,
    {
      name: "ECS_CONTAINER_METADATA_URI_V4",
      value: "http://ecs-metadata.kecs-system/v4/$(KECS_POD)/web",
    },
    { name: "GREETING", value: "$$(AWS_REGION) costs $5" },
    { name: "EMPTY", value: "" },
    {
      name: "PASSWORD",
      valueFrom: { secretKeyRef: { name: "shop-secrets", key: "web.PASSWORD" } },
    },
  ]);
});

test("leads to the metadata by the container's name in the pod", () => {
  expect(environment(container("Web_1"), undefined, "eu-central-1")).toContainEqual({
    name: "ECS_CONTAINER_METADATA_URI_V4",
    value: `http://ecs-metadata.kecs-system/v4/$(KECS_POD)/web-1-${digest("Web_1", 8)}`,
  });
});

test("sets nothing that the definition sets, in plain or as a secret", () => {
  const web = container("web", {
    environment: [{ name: "AWS_REGION", value: "us-west-2" }],
    secrets: [{ name: "AWS_DEFAULT_REGION", key: "region" }],
  });
  const names = environment(web, "s", "eu-central-1").map(({ name }) => name);
  expect(names).toEqual([
    "KECS_POD",
    "AWS_EC2_METADATA_DISABLED",
    "AWS_EXECUTION_ENV",
    "ECS_CONTAINER_METADATA_URI_V4",
    "AWS_REGION",
    "AWS_DEFAULT_REGION",
  ]);
});

import { createService } from "../../../../../api/operations/ecs/createService";
import { deleteService } from "../../../../../api/operations/ecs/deleteService";
import { describeServices } from "../../../../../api/operations/ecs/describeServices";
import { listTagsForResource } from "../../../../../api/operations/ecs/listTagsForResource";
import { tagResource } from "../../../../../api/operations/ecs/tagResource";
import { untagResource } from "../../../../../api/operations/ecs/untagResource";
import { refusal } from "../../../../helpers/api/awsRefusal";
import { ARN, REQUEST, shop, THEIR_SERVICE, WEB } from "../../../../helpers/api/ecsShop";

const TAGS = [
  { key: "a", value: "1" },
  { key: "b", value: "2" },
];

test.each([
  ["a service", WEB],
  ["a service of another account", "arn:aws-cn:ecs:cn-north-1:1:service/main/web"],
  ["a task definition", ARN("task-definition/web:1")],
])("adds and removes tags of %s", (_, resourceArn) => {
  const instance = shop();
  instance.call(createService, REQUEST);
  const tags = () => instance.call(listTagsForResource, { resourceArn }).tags;
  expect(tags()).toEqual([]);
  instance.call(tagResource, { resourceArn, tags: TAGS });
  instance.call(tagResource, { resourceArn, tags: [{ key: "a", value: "3" }] });
  expect(tags()).toEqual([{ key: "a", value: "3" }, TAGS[1]]);
  instance.call(untagResource, { resourceArn, tagKeys: ["a", "x"] });
  expect(tags()).toEqual([TAGS[1]]);
});

test("shows them where they are asked for", () => {
  const instance = shop();
  instance.call(createService, { ...REQUEST, tags: TAGS });
  instance.call(untagResource, { resourceArn: WEB, tagKeys: ["b"] });
  const input = { cluster: "main", services: ["web"] };
  expect(instance.call(describeServices, { ...input, include: ["TAGS"] }).services).toMatchObject([
    { tags: [TAGS[0]] },
  ]);
  expect(instance.call(describeServices, input).services?.[0]).not.toHaveProperty("tags");
});

test("reads a program's tags", () => {
  const resourceArn = THEIR_SERVICE.arn;
  expect(shop().call(listTagsForResource, { resourceArn })).toEqual({ tags: [] });
});

const many = Array.from({ length: 51 }, (_, i) => ({ key: `k${i}`, value: "" }));

test.each<[string, string, { key: string; value: string }[], string]>([
  ["what a program made", THEIR_SERVICE.arn, TAGS, 'belongs to the Pulumi stack "shop/dev"'],
  ["an unknown cluster", ARN("cluster/x"), TAGS, "ClusterNotFoundException"],
  ["an unknown service", ARN("service/main/x"), TAGS, "ServiceNotFoundException"],
  ["an ended service", ARN("service/main/gone"), TAGS, "ServiceNotFoundException"],
  ["an unknown task definition", ARN("task-definition/x:1"), TAGS, "does not exist"],
  ["a task", ARN("task/main/1"), TAGS, "a task keeps the tags that RunTask gave it"],
  ["what is no ARN", "web", TAGS, '"web" is not the ARN of'],
  ["too many", WEB, many, "at most 50 tags"],
  ["a key twice", WEB, [TAGS[0], TAGS[0]].flatMap((tag) => tag ?? []), '"a" is given twice'],
  ["a key without a letter", WEB, [{ key: "", value: "1" }], "cannot be empty"],
])("refuses to tag %s", (_, resourceArn, tags, expected) => {
  const instance = shop();
  instance.call(createService, REQUEST);
  instance.call(createService, { ...REQUEST, serviceName: "gone", desiredCount: 0 });
  instance.call(deleteService, { cluster: "main", service: "gone" });
  expect(refusal(() => instance.call(tagResource, { resourceArn, tags }))).toContain(expected);
});

import { applyChanges } from "../../../../api/store/applyChanges";
import { API_STACK } from "../../../../core/records/others";
import { objectOf, recordOf } from "../../../../api/store/record";
import type { AwsObject } from "../../../../api/world/world";
import { recordManifest } from "../../../../core/records/manifest";

const object: AwsObject = {
  kind: "lb",
  key: "lb-web",
  arn: "arn:aws:elasticloadbalancing:us-east-1:000000000000:loadbalancer/app/web/0123456789abcdef",
  stack: API_STACK,
  owner: "api",
  createdAt: new Date("2026-01-02T03:04:05.678Z"),
  attributes: { name: "web" },
  echo: { Subnets: ["subnet-1"] },
};

test("a record says all of an object", () => {
  expect(objectOf(recordOf(object))).toEqual(object);
});

test("a component's record is an object of its stack, as old as Kubernetes says", () => {
  const manifest = recordManifest(object, "shop/dev");
  const { metadata } = manifest;
  const read = objectOf({
    ...manifest,
    metadata: { ...metadata, creationTimestamp: "2026-01-01T00:00:00Z" },
  });
  expect(read).toEqual({
    ...object,
    stack: "shop/dev",
    owner: "pulumi",
    createdAt: new Date("2026-01-01T00:00:00Z"),
    echo: {},
  });
});

test("what no version of ours wrote is no object", () => {
  const record = recordOf(object);
  expect(objectOf({ ...record, data: { ...record.data, version: "2" } })).toBeUndefined();
  expect(objectOf({ metadata: { name: "kube-root-ca.crt" } })).toBeUndefined();
});

test("an object goes by the name of its record, and keeps its maker", () => {
  const ofPulumi: AwsObject = { ...object, key: "svc-a", owner: "pulumi", stack: "shop/dev" };
  const changed = { ...object, attributes: { name: "other" } };
  const after = applyChanges(
    [ofPulumi],
    [
      { kind: "put", object: { ...changed, key: "svc-a" } },
      { kind: "put", object: { ...object, key: "lb-Web" } },
      { kind: "remove", key: "lb-Absent" },
    ],
  );
  expect(after).toEqual([
    { ...changed, key: "svc-a", owner: "pulumi", stack: "shop/dev" },
    { ...object, key: "lb-web-9dfb324d", owner: "api", stack: API_STACK },
  ]);
  expect(applyChanges(after, [{ kind: "remove", key: "lb-Web" }])).toHaveLength(1);
});

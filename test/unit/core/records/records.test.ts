import { recordManifest } from "../../../../core/records/manifest";
import { readRecords, recordOf } from "../../../../core/records/records";

const content = { key: "lb-a", arn: "arn:a", attributes: { name: "a" } };
const good = recordManifest(content, "shop/dev");
const read = (...data: object[]) =>
  readRecords(JSON.stringify({ items: data.map((of) => ({ ...good, data: of })) }));

test("reads an object with its kind, and whose it is", () => {
  const records = read(good.data);
  expect(recordOf(records, "arn:a")).toEqual({
    kind: "lb",
    arn: "arn:a",
    stack: "shop/dev",
    attributes: { name: "a" },
  });
  expect(recordOf(records, "arn:b")).toBeUndefined();
});

test.each<[string, object]>([
  ["of another version", { ...good.data, version: "2" }],
  ["of an earlier version", { arn: "arn:a", attributes: "{}" }],
  ["that is no JSON", { ...good.data, attributes: "{" }],
  ["that holds a list", { ...good.data, attributes: "[]" }],
])("names the object of a record %s, and goes on", (_, data) => {
  const records = read(data, { ...good.data, arn: "arn:b" });
  expect([...records.unreadable]).toEqual(["arn:a"]);
  expect(records.objects.map(({ arn }) => arn)).toEqual(["arn:b"]);
});

test("leaves out what is no record", () => {
  const items = [{ metadata: {}, data: { arn: "arn:a" } }];
  expect(readRecords(JSON.stringify({ items })).objects).toEqual([]);
});

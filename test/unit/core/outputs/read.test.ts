import { readOutputs } from "../../../../core/outputs/read";

const listener = { port: 80, url: "http://a.elb.localhost:8080/", targetGroups: [] };
const alb = { name: "a", arn: "arn", hosts: ["a"], listeners: [listener] };
const outputs = {
  outputsVersion: 1,
  instance: "shop",
  connection: { instance: "shop" },
  context: "k3d-kecs-shop",
  kubeconfig: "[secret]",
  ports: {},
  urls: { "a:80": listener.url },
  albs: { a: alb },
};

test("reads the outputs of this version, the kubeconfig shown or not", async () => {
  expect(await readOutputs(outputs, "dev")).toBe(outputs);
  const more = { ...outputs, albs: {}, more: 1 };
  expect(await readOutputs(more, "dev")).toBe(more);
});

test.each<[string, object, string]>([
  ["nothing of KECS", { outputsVersion: undefined }, "has no outputs that KECS can read"],
  ["a newer version", { outputsVersion: 2 }, "its outputs have version 2; this package reads 1"],
  ["a strange version", { outputsVersion: "1" }, 'its outputs have version "1"; this package'],
  ["secret load balancers", { albs: "[secret]" }, "its output albs is secret"],
  ["a secret among URLs", { urls: { "a:80": "[secret]" } }, 'its output urls["a:80"] is secret'],
  ["secret URLs", { urls: "[secret]" }, "its output urls is secret"],
  ["one secret load balancer", { albs: { "a-b": "[secret]" } }, 'its output albs["a-b"] is secret'],
  [
    "a secret URL",
    { albs: { a: { ...alb, listeners: [listener, { ...listener, url: "[secret]" }] } } },
    "its output albs.a.listeners[1].url is secret",
  ],
  [
    "load balancers as a list of texts",
    { albs: ["a"] },
    "its output albs does not have the form that this",
  ],
  ["no load balancers", { albs: null }, "its output albs does not have the form that this version"],
  [
    "a load balancer without listeners",
    { albs: { a: { ...alb, listeners: undefined } } },
    "its output albs.a.listeners does not have the form that this version",
  ],
])("says KECS1016 and what to do for %s", async (_, changes, message) => {
  const read = readOutputs({ ...outputs, ...changes }, "dev");
  await expect(read).rejects.toThrow("error KECS1016: stack dev: ");
  await expect(read).rejects.toThrow(message);
  await expect(read).rejects.toThrow(/\n {2}hint: \S/);
});

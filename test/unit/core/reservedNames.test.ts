import { reservedContainer, reservedNamespace } from "../../../core/reservedNames";
import { DRAIN_CONTAINER } from "../../../core/ecs/pod/drain";
import { brief } from "../../helpers/issues";

test.each([
  "kecs-system",
  "KECS-System",
  "kecs",
  "default",
  "default.svc",
  "kube-system.svc.cluster.local",
  "myapp.cluster.local",
  "cluster.local",
  "shop.svc",
  "svc",
])("keeps the namespace %s for the cluster", (name) => {
  expect(brief(reservedNamespace(name, "n"))).toEqual(["KECS1034 n"]);
});

test.each(["myapp.local", "default.local", "traefik", "kubernetes.local", "svc.local", "kecs.dev"])(
  "leaves %s to the user",
  (name) => {
    expect(reservedNamespace(name, "n")).toEqual([]);
  },
);

test("keeps the names of its own containers", () => {
  expect(brief(reservedContainer(DRAIN_CONTAINER, "c"))).toEqual(["KECS1034 c"]);
  expect(brief(reservedContainer("Kecs-x", "c"))).toEqual(["KECS1034 c"]);
  expect(reservedContainer("kecs", "c")).toEqual([]);
});

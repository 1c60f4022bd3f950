import * as names from "../../../../cluster/k3d/names";

test("uses the names that the documentation promises", () => {
  expect([
    names.clusterName("myapp"),
    names.contextName("myapp"),
    names.serverContainer("myapp"),
    names.loadBalancerContainer("myapp"),
  ]).toEqual([
    "kecs-myapp",
    "k3d-kecs-myapp",
    "k3d-kecs-myapp-server-0",
    "k3d-kecs-myapp-serverlb",
  ]);
});

test("labels containers below kecs.dev, as the scripts look for them", () => {
  expect([names.CLUSTER_IDENTIFIER_LABEL, names.OWNER_LABEL, names.AGENTS_LABEL]).toEqual([
    "kecs.dev/epoch",
    "kecs.dev/owner",
    "kecs.dev/agents",
  ]);
});

import { judgePorts } from "../../../../../cli/doctor/checks/ports";

const free = { port: 8080, owner: undefined };

test("a port of another program is a warning that names it", () => {
  expect(judgePorts([free, { port: 8443, owner: "process 7 (node)" }])).toMatchObject({
    state: "warning",
    code: "KECS2006",
    evidence: "8080 is free, 8443 has process 7 (node)",
  });
});

test("a container of somebody else's is another program too", () => {
  expect(judgePorts([{ port: 8080, owner: "container k3d-other-serverlb" }]).state).toBe("warning");
});

test("free ports and an instance's own are fine", () => {
  const own = { port: 8443, owner: "container k3d-kecs-shop-serverlb" };
  expect(judgePorts([free, own]).state).toBe("ok");
});

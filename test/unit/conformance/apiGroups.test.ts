import { join } from "node:path";
import { groupsOf, servicesOf } from "../../conformance/api/groups";
import { loadCases } from "../../conformance/caseFile";
import { planOf } from "../../conformance/run/planOf";

const { plan } = planOf(loadCases(join(__dirname, "..", "..", "conformance", "cases.yaml")));
const groups = groupsOf(plan);
const services = servicesOf(groups);

test("a target group belongs to one load balancer, and has a name that AWS takes", () => {
  const albs = Object.values(plan).flatMap((fixture) => fixture.albs);
  for (const name of groups.keys()) {
    expect(name.length).toBeLessThanOrEqual(32);
    expect(albs.some((alb) => name.startsWith(`${alb.name}-`))).toBe(true);
  }
});

test("services of each target join all of its target groups, at most five each", () => {
  expect(Math.max(...services.map((service) => service.groups.length))).toBe(5);
  expect(new Set(services.map(({ name }) => name)).size).toBe(services.length);
  const joined = services.flatMap(({ target, groups: all }) => all.map((of) => `${of}<${target}`));
  const wanted = [...groups].flatMap(([name, { targets }]) => targets.map((of) => `${name}<${of}`));
  expect(joined.toSorted()).toEqual(wanted.toSorted());
});

import { judgeInstances } from "../../../../../cli/doctor/checks/instances";

const owner = { project: "kecs", stack: "shop", backend: "file:///home/ada" };
const shop = { instance: "shop", hasStack: true, owner };

test("an instance whose stack is gone, and one without an owner, are warnings", () => {
  const gone = judgeInstances([shop, { instance: "old", hasStack: false, owner }]);
  expect(gone).toMatchObject({
    state: "warning",
    code: "KECS2013",
    evidence: "shop, old; the stack of old is gone",
    remedy: "remove what nobody needs: kecs prune",
  });
  expect(judgeInstances([{ instance: "lost", hasStack: null, owner: null }])).toMatchObject({
    ...{ state: "warning", code: "KECS2013" },
    remedy: "remove what nobody needs: k3d cluster delete kecs-lost",
  });
});

test("instances with a stack, with one that nobody can see, and none are fine", () => {
  expect(judgeInstances([shop, { instance: "far", hasStack: null, owner }])).toEqual({
    ...{ state: "ok", evidence: "shop, far" },
  });
  expect(judgeInstances([])).toEqual({ state: "ok", evidence: "none" });
});

import { isOurs, judgeOwner, ownerOf } from "../../../../cluster/k3d/owner";
import type { PresentCluster } from "../../../../cluster/k3d/probe";
import { only } from "../../../helpers/issues";

const MINE = "kecs/dev@file:///home/me";
const found = (some: Partial<PresentCluster>) =>
  ({ kind: "present", madeByKecs: true, owner: MINE, ...some }) as PresentCluster;

test.each([
  ["dev", MINE],
  ["organization/kecs/dev", MINE],
])("names the project, the stack %j and the backend", (stack, owner) => {
  expect(ownerOf({ backend: "file:///home/me", project: "kecs", stack })).toBe(owner);
});

test("has nothing that a shell, k3d or a label would take for something else", () => {
  const owner = ownerOf({ backend: "file:///a b/$HOME/ü'\"|,", project: "a=b", stack: "c" });
  expect(owner).toBe("a%3Db/c@file:///a%20b/%24HOME/%C3%BC%27%22%7C%2C");
  expect(owner).toMatch(/^[\w.:/@+~%-]+$/);
});

test.each<[string, Partial<PresentCluster>, boolean]>([
  ["one's own", {}, true],
  ["one of a KECS without owners", { owner: "" }, true],
  ["another's", { owner: "kecs/dev@file:///home/you" }, false],
  ["another's that may be taken over", { owner: "shop/dev@b" }, true],
  ["a hand-made one", { owner: "", madeByKecs: false }, false],
])("%s", (_, of, ours) => {
  const claim = { owner: MINE, takeOver: "shop/dev@b" };
  expect(isOurs(found(of), claim)).toBe(ours);
  expect(judgeOwner(found(of), claim, "myapp")).toHaveLength(ours ? 0 : 1);
});

test("nothing there is anybody's", () => {
  expect(judgeOwner({ kind: "absent" }, { owner: MINE }, "myapp")).toEqual([]);
});

test("names the other owner and the setting that takes over", () => {
  expect(only(judgeOwner(found({ owner: "q/t@b" }), { owner: MINE }, "myapp"))).toEqual({
    code: "KECS3010",
    path: "kecs-myapp",
    message: `the cluster belongs to q/t@b, not to ${MINE}`,
    hint: "give the instance another name, or take the cluster over: pulumi config set kecs:takeOver q/t@b",
    severity: "error",
  });
});

test("says of a hand-made cluster that KECS did not make it, and how to remove it", () => {
  const hand = found({ madeByKecs: false, owner: "" });
  expect(only(judgeOwner(hand, { owner: MINE }, "demo"))).toMatchObject({
    message: "a cluster of this name, or what is left of one, is there and was not made by KECS",
    hint: expect.stringContaining("k3d cluster delete kecs-demo") as string,
  });
});

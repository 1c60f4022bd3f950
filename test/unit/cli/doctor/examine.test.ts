import { KecsError, problem } from "../../../../core/validate";
import { failed, ok, type Check } from "../../../../cli/doctor/check";
import { examine } from "../../../../cli/doctor/examine";

const surroundings = { env: {}, cwd: "/" };
const good = (name: string, needs?: string): Check => ({
  ...{ name, look: () => Promise.resolve(ok("fine")) },
  ...(needs === undefined ? {} : { needs }),
});
const bad: Check = {
  name: "bad",
  look: () => Promise.resolve(failed("KECS2001", "silent", "start it")),
};

test("findings come in the order of the checks", async () => {
  const found = await examine([good("a"), bad, good("b")], surroundings);
  expect(found.map(({ name, state }) => [name, state])).toEqual([
    ["a", "ok"],
    ["bad", "failed"],
    ["b", "ok"],
  ]);
});

test("a check whose ground failed, or was skipped itself, is not made", async () => {
  const look = jest.fn();
  const found = await examine(
    [bad, { name: "next", needs: "bad", look }, { name: "last", needs: "next", look }],
    surroundings,
  );
  expect(found.map(({ state }) => state)).toEqual(["failed", "skipped", "skipped"]);
  expect(look).not.toHaveBeenCalled();
});

test("a check that hangs ends with a finding", async () => {
  const hangs: Check = { name: "hangs", look: () => new Promise(() => undefined) };
  expect(await examine([hangs, good("a")], surroundings, 20)).toEqual([
    expect.objectContaining({ name: "hangs", state: "failed", code: "KECS2009" }),
    { name: "a", state: "ok", evidence: "fine" },
  ]);
});

test("what a check throws is its finding, with its code where it has one", async () => {
  const coded = new KecsError([problem("KECS3004", "docker", "went", "look again")]);
  const throwing = (error: Error): Check => ({ name: "it", look: () => Promise.reject(error) });
  expect(await examine([throwing(coded)], surroundings)).toEqual([
    { name: "it", state: "failed", code: "KECS3004", evidence: "went", remedy: "look again" },
  ]);
  expect(await examine([throwing(new Error("odd"))], surroundings)).toEqual([
    expect.objectContaining({ state: "failed", code: "KECS2009", evidence: "odd" }),
  ]);
});

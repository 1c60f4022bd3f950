import { chooseStack, fileName, type KnownStack } from "../../../../cli/project/chooseStack";
import { KecsError } from "../../../../core/validate";

const DEV: KnownStack = { stack: "dev", instance: "myapp" };
const MINE: KnownStack = { stack: "mine", instance: "shop" };

function refusal(choose: () => unknown): string {
  try {
    choose();
  } catch (error) {
    if (KecsError.is(error)) return error.message;
  }
  throw new Error("nothing was refused");
}

test.each([
  ["dev where nothing is said", {}, [MINE, DEV], { kind: "existing", stack: "dev" }],
  ["the only one there is", {}, [MINE], { kind: "existing", stack: "mine" }],
  ["the named one", { stack: "mine" }, [MINE, DEV], { kind: "existing", stack: "mine" }],
  ["a full name", { stack: "org/kecs/dev" }, [DEV], { kind: "existing", stack: "org/kecs/dev" }],
  [
    "the one of the instance",
    { instance: "shop" },
    [MINE, DEV],
    { kind: "existing", stack: "mine" },
  ],
  ["a new one", { instance: "new" }, [DEV], { kind: "new", stack: "new", instance: "new" }],
  [
    "a new one with a name",
    { stack: "theirs", instance: "new" },
    [DEV],
    { kind: "new", stack: "theirs", instance: "new" },
  ],
  [
    "both, where they agree",
    { stack: "dev", instance: "myapp" },
    [DEV],
    { kind: "existing", stack: "dev" },
  ],
])("chooses %s", (_, options, known, expected) => {
  expect(chooseStack(options, known)).toEqual(expected);
});

test("rejects a guess between several stacks", () => {
  expect(refusal(() => chooseStack({}, [MINE, { stack: "theirs", instance: "b" }]))).toContain(
    'error KECS4001: --stack: which stack is meant? There are "mine", "theirs"',
  );
});

test("rejects a project without a stack", () => {
  expect(refusal(() => chooseStack({}, []))).toContain("error KECS4002: the project has no stack");
});

test("rejects an unknown stack and names those that there are", () => {
  expect(refusal(() => chooseStack({ stack: "nope" }, [DEV]))).toContain(
    'error KECS4002: --stack: there is no stack "nope"; there are "dev"',
  );
});

test("rejects an instance that the named stack does not have", () => {
  expect(refusal(() => chooseStack({ stack: "dev", instance: "shop" }, [DEV]))).toContain(
    'stack "dev" has the instance "myapp", not "shop"',
  );
});

test("rejects an instance that two stacks have", () => {
  const two = [DEV, { stack: "other", instance: "myapp" }];
  expect(refusal(() => chooseStack({ instance: "myapp" }, two))).toContain(
    'several stacks have the instance "myapp": "dev", "other"',
  );
});

test("rejects a new instance whose stack's name is taken", () => {
  expect(refusal(() => chooseStack({ instance: "dev" }, [DEV]))).toContain(
    'the stack "dev" exists and has another instance, "myapp"',
  );
});

test("a stack's file is named by the last part of its name", () => {
  expect(fileName("organization/kecs/dev")).toBe("dev");
  expect(fileName("dev")).toBe("dev");
});

import {
  deploymentId,
  type ObservedDeployment,
} from "../../../../../core/ecs/observed/deploymentId";

const NOTHING: ObservedDeployment = { current: undefined, failed: undefined, isSound: false };
const first = deploymentId({ image: "a" }, NOTHING);
const other = deploymentId({ image: "b" }, NOTHING);
const second = first.replace(/1$/, "2");

test.each<[string, ObservedDeployment, string]>([
  ["the first attempt where there is nothing", NOTHING, first],
  ["the first attempt after something else", { ...NOTHING, current: other }, first],
  ["what runs already", { ...NOTHING, current: first }, first],
  ["a later attempt that runs already", { ...NOTHING, current: second }, second],
  ["one more after a roll back", { current: other, failed: first, isSound: true }, second],
  [
    "one more after one that was left failing",
    { current: first, failed: first, isSound: false },
    second,
  ],
  [
    "what failed, and came about after all",
    { current: first, failed: first, isSound: true },
    first,
  ],
  [
    "the first attempt after something else failed",
    { current: first, failed: other, isSound: false },
    first,
  ],
])("is %s", (_, before, expected) => {
  expect(deploymentId({ image: "a" }, before)).toBe(expected);
});

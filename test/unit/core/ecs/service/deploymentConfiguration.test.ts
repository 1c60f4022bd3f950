import fc from "fast-check";
import {
  isStuck,
  deploymentConfiguration,
} from "../../../../../core/ecs/service/deploymentConfiguration";

test.each([
  [3, 100, 200, 3, 0],
  [3, 50, 150, 1, 1],
  [1, 50, 100, 0, 0],
  [4, 50, 100, 0, 2],
  [1, 0, 100, 0, 1],
  [0, 100, 200, 0, 0],
])(
  "%i tasks, %i to %i percent: %i more, %i fewer",
  (count, minimumHealthy, maximum, maxSurge, maxUnavailable) => {
    expect(deploymentConfiguration(count, { minimumHealthy, maximum })).toEqual({
      maxSurge,
      maxUnavailable,
    });
  },
);

test("stays below the numbers that Kubernetes has", () => {
  const { maxSurge } = deploymentConfiguration(1000, {
    minimumHealthy: 100,
    maximum: 2_147_483_647,
  });
  expect(maxSurge).toBe(1_000_000);
});

test("keeps to both percents, and to nothing stricter", () => {
  const percents = [fc.integer({ min: 0, max: 100 }), fc.integer({ min: 100, max: 400 })] as const;
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1000 }),
      ...percents,
      (count, minimumHealthy, maximum) => {
        const { maxSurge, maxUnavailable } = deploymentConfiguration(count, {
          minimumHealthy,
          maximum,
        });
        const [least, most] = [count - maxUnavailable, count + maxSurge];
        expect(least * 100).toBeGreaterThanOrEqual(count * minimumHealthy);
        expect((least - 1) * 100).toBeLessThan(count * minimumHealthy);
        expect(most * 100).toBeLessThanOrEqual(count * maximum);
        expect((most + 1) * 100).toBeGreaterThan(count * maximum);
      },
    ),
  );
});

test("is stuck only where there are tasks and none may start or stop", () => {
  expect(isStuck(1, { maxSurge: 0, maxUnavailable: 0 })).toBe(true);
  expect(isStuck(0, { maxSurge: 0, maxUnavailable: 0 })).toBe(false);
  expect(isStuck(1, { maxSurge: 1, maxUnavailable: 0 })).toBe(false);
  expect(isStuck(1, { maxSurge: 0, maxUnavailable: 1 })).toBe(false);
});

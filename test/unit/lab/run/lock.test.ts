import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { withLock } from "../../../../lab/run/lock";

describe("the lock of a cache folder", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "kecs-lab-"));
  const file = path.join(folder, "up.lock");
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("is gone when the work is done, or failed", async () => {
    expect(await withLock(file, jest.fn(), () => Promise.resolve(existsSync(file)))).toBe(true);
    await expect(
      withLock(file, jest.fn(), () => Promise.reject(new Error("broke"))),
    ).rejects.toThrow("broke");
    expect(existsSync(file)).toBe(false);
  });

  it("is taken over from a process that was killed", async () => {
    writeFileSync(file, "4194304");
    const waiting = jest.fn();
    expect(await withLock(file, waiting, () => Promise.resolve("done"))).toBe("done");
    expect(waiting).not.toHaveBeenCalled();
  });

  it("makes a second one wait, and tells once for whom", async () => {
    const order: string[] = [];
    const waiting = jest.fn();
    let finish = () => {};
    const first = withLock(file, waiting, async () => {
      await new Promise<void>((resolve) => (finish = resolve));
      order.push("first");
    });
    const second = withLock(file, waiting, () => Promise.resolve(order.push("second")));
    finish();
    await Promise.all([first, second]);
    expect(order).toEqual(["first", "second"]);
    expect(waiting.mock.calls).toEqual([[process.pid]]);
  });
});

import type { Step } from "../../../../lab/run/step";
import { elapsed, progressOn } from "../../../../lab/ui/progress";

const step: Step = {
  id: "program-k3d",
  title: "k3d v5.8.3",
  needs: [],
  inspect: () => Promise.resolve({ state: "missing" }),
  run: () => Promise.resolve(),
};

/** What a stream shows of one step that takes 58 s. */
function shown(isTTY: boolean, variables: Record<string, string>): string {
  let text = "";
  let time = 0;
  const stream = { isTTY, columns: 60, write: (more: string) => (text += more) };
  const progress = progressOn(stream, variables, () => time);
  progress.started(step, "/logs/k3d.log");
  time = 58_000;
  progress.ended(step, "done");
  progress.close();
  return text;
}

describe("the progress of up", () => {
  it("is one line at a step's start and one at its end where nobody watches", () => {
    expect(shown(false, {})).toBe("… k3d v5.8.3 /logs/k3d.log\n✓ k3d v5.8.3 done after 58 s\n");
  });

  it("has colours and a running clock on a terminal", () => {
    const text = shown(true, {});
    expect(text).toContain("\u001b[32m✓\u001b[39m k3d v5.8.3 done after 58 s\n");
    expect(text).toContain("k3d v5.8.3 0.0 s");
    expect(text.endsWith("\r\u001b[K")).toBe(true);
  });

  it("has no colours with NO_COLOR, and keeps its marks", () => {
    const text = shown(true, { NO_COLOR: "1" });
    expect(text.replaceAll("\u001b[K", "")).not.toContain("\u001b");
    expect(text).toContain("✓ k3d v5.8.3 done");
  });

  it("has no running clock in CI", () => {
    expect(shown(true, { CI: "true", NO_COLOR: "1" })).not.toContain("\r");
  });

  it.each([
    [400, "0.4 s"],
    [9_940, "9.9 s"],
    [58_400, "58 s"],
    [59_800, "1 min 0 s"],
    [275_000, "4 min 35 s"],
  ])("says %d ms as %s", (milliseconds, text) => {
    expect(elapsed(milliseconds)).toBe(text);
  });
});

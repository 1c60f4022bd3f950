import { pluginScript } from "../../../../lab/parts/pluginWrappers";

describe("the Pulumi plugins", () => {
  it("are run from the checkout that was last used", () => {
    expect(pluginScript("/usr/bin/node", "/checkout", "command")).toBe(
      `#!/bin/sh\nexec '/usr/bin/node' '/checkout/dist/lab/plugins/command/main.js' "$@"\n`,
    );
  });
});

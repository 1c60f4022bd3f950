import { newStackConfig, newStackText } from "../../../../cli/project/newStack";
import { parseConfig } from "../../../../cli/project/stackFile";
import { readStackConfig } from "../../../../components/stack/stackConfig";

test("a new stack has the sample on one listener", () => {
  expect(newStackConfig({ instance: "shop" })).toEqual({
    "kecs:instance": "shop",
    "kecs:sample": "true",
    "kecs:sampleListeners": "80",
  });
});

test("a new stack with a range has the sample on a listener of the range too", () => {
  const config = newStackConfig({
    instance: "shop",
    httpPort: "8090",
    httpsPort: "auto",
    range: { start: "9000", end: "9009" },
  });
  expect(config).toEqual({
    "kecs:instance": "shop",
    "kecs:httpPort": "8090",
    "kecs:httpsPort": "auto",
    "kecs:portRangeStart": "9000",
    "kecs:portRangeEnd": "9009",
    "kecs:sample": "true",
    "kecs:sampleListeners": "80,8081",
  });
});

test("the file reads back as the configuration, and the program accepts it", () => {
  const config = newStackConfig({ instance: "shop", range: { start: "9000", end: "9009" } });
  const text = newStackText(config);
  expect(text).toContain('  kecs:portRangeStart: "9000"\n');
  expect(parseConfig(text, "kecs", "f")).toEqual(config);
  expect(readStackConfig(config, {}).sample).toMatchObject({
    enabled: true,
    listeners: [80, 8081],
  });
});

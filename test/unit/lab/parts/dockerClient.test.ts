import { daemonAnswers } from "../../../../lab/parts/docker/dockerClient";
import { withPrograms } from "../../../helpers/fakePrograms";

test.each([
  ["answers", "echo 28.0.0", true],
  ["refuses", "exit 1", false],
  ["does not end", "sleep 600 & wait", false],
])("a daemon that %s", async (_, then, answers) => {
  await withPrograms({ docker: [{ when: "version", then }] }, async () => {
    expect(await daemonAnswers("/nowhere")).toBe(answers);
  });
});

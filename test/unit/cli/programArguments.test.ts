import { commands } from "../../../cli/commands";
import { withProgramApart } from "../../../cli/programArguments";

test.each([
  ["exec web", "exec web"],
  ["exec web ls -l", "exec web -- ls -l"],
  ["exec web --task 3f2a ls --task x", "exec web --task 3f2a -- ls --task x"],
  ["exec --stack dev --quiet web ls", "exec --stack dev --quiet web -- ls"],
  ["exec --container=web web ls", "exec --container=web web -- ls"],
  ["exec web -- ls -l", "exec web -- ls -l"],
  ["exec web -- sh -c -- x", "exec web -- sh -c -- x"],
  ["logs web ls", "logs web ls"],
  ["", ""],
])("%j are %j", (given, expected) => {
  expect(withProgramApart(given.split(" "), commands).join(" ")).toBe(expected);
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describedRequest, type Described } from "../../../../cli/explain/request";
import { explanationText } from "../../../../cli/text/explanationText";
import { styleOf } from "../../../../cli/ui/style";
import { evaluate } from "../../../../core/lb/evaluate/evaluate";
import { documentedLoadBalancers as loadBalancers } from "../../../helpers/documentedLoadBalancers";

const PAGE = join(__dirname, "..", "..", "..", "..", "docs", "explain.md");
const style = styleOf({ colour: false, live: false, unicode: false });

const examples = [...readFileSync(PAGE, "utf8").matchAll(/```console\n\$ (.*)\n([^]*?)\n```/g)].map(
  ([, command = "", output = ""]) => [command, output] as const,
);

test("the page shows a match, misses and near misses", () => {
  expect(examples).toHaveLength(5);
});

test.each(examples)("%s prints what docs/explain.md says", (command, output) => {
  const described = commandLine(command);
  const request = describedRequest(described);
  const evaluation = evaluate(loadBalancers, request);
  const explained = { url: described.url, request, evaluation, loadBalancers };
  expect(explanationText(explained, style)).toBe(output);
});

/** What the page's command lines hold: `npx kecs explain [--header '…'] URL`, quoted or not. */
function commandLine(command: string): Described {
  const [, header, quoted, plain] =
    /^npx kecs explain (?:--header '([^']*)' )?(?:'([^']*)'|(\S+))$/.exec(command) ?? [];
  const url = quoted ?? plain;
  if (url === undefined) throw new Error(`not understood: ${command}`);
  return { url, headers: header === undefined ? [] : [header] };
}

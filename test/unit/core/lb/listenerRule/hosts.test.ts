import {
  addedHosts,
  importedHosts,
  unreachableWildcards,
} from "../../../../../core/lb/listenerRule/hosts";
import { brief } from "../../../../helpers/issues";

const conditions = (...values: string[]) => [
  { pathPattern: { values: ["/*"] } },
  { hostHeader: { values } },
];
const PATH = "r.conditions[1].hostHeader";

test("refuses each host that a listener of another stack does not answer to", () => {
  const issues = importedHosts(conditions("a.test", "shop.test", "b.test"), ["shop.test"], "r");
  expect(brief(issues)).toEqual([`KECS1012 ${PATH}`, `KECS1012 ${PATH}`]);
});

test("a rule adds the hosts that its load balancer does not have", () => {
  const hosts = ["shop.test", "*.shop.test"];
  expect(addedHosts(conditions("A.test", "shop.test", "x.shop.test"), { hosts }, "r")).toEqual([
    { added: [], below: "r.conditions[0].hostHeader" },
    { added: ["a.test"], below: PATH },
  ]);
});

test("refuses the wildcards among added hosts", () => {
  expect(brief(unreachableWildcards(["a.test", "*.a.test"], "r", "add it"))).toEqual([
    "KECS1012 r",
  ]);
});

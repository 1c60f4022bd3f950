import {
  insideHosts,
  TOO_LATE,
  unnameableHosts,
  unreachable,
} from "../../../../../core/lb/inside/hosts";
import { awsHost, localHost } from "../../../../../core/hosts";
import { brief } from "../../../../helpers/issues";

const LONGEST = "a".repeat(51);

test.each(["shop.test", "xn--bcher-kva.test", `${LONGEST}.test`, "a.b.c.d.e.f.g.test"])(
  "tasks know %s",
  (host) => {
    expect(insideHosts([host, host])).toEqual([host]);
    expect(unnameableHosts([host], "p")).toEqual([]);
  },
);

test.each([`${LONGEST}a.test.a`, "a.b.c.d.e.f.g.h.test", "shop.kecs-system", "shop.default.svc"])(
  "they do not know %s, and it is said",
  (host) => {
    expect(insideHosts([host])).toEqual([]);
    expect(brief(unnameableHosts([host], "p"))).toEqual(["KECS1037 p"]);
  },
);

test("wildcards are no names", () => {
  expect(insideHosts(["*.shop.test", "a?.test"])).toEqual([]);
  expect(unnameableHosts(["*.shop.test", "a?.test"], "p")).toEqual([]);
});

test("the two names of every load balancer fit", () => {
  const longest = "a".repeat(32);
  const own = [awsHost(longest), localHost(longest)];
  expect(insideHosts(own)).toEqual(own);
});

test("a warning says why, and what to do", () => {
  expect(unreachable("a.test", "Alb.hostnames", TOO_LATE)).toEqual({
    code: "KECS1037",
    path: "Alb.hostnames",
    message: 'tasks cannot reach the load balancer as "a.test": it is only known later',
    hint: "write it as a plain value",
    severity: "warning",
  });
});

import { coverageWarnings } from "../../../../core/acm/coverage";

const OWN = ["a.elb.localhost", "a.elb.amazonaws.com"];

test("is silent about names of the certificate and of the instance's own", () => {
  const hosts = [...OWN, "shop.test", "*.shop.test", "b.shop.test"];
  expect(coverageWarnings(["shop.test", "*.shop.test"], hosts, "L")).toEqual([]);
});

test("warns of every other host", () => {
  expect(coverageWarnings(["shop.test"], [...OWN, "shop.test", "*.shop.test"], "L")).toEqual([
    {
      code: "KECS1021",
      path: "L",
      message: `the certificate is not for "*.shop.test", one of the listener's host names`,
      hint: "add a ListenerCertificate with a certificate for this name",
      severity: "warning",
    },
  ]);
});

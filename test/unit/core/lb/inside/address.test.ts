import { BlockList } from "node:net";
import fc from "fast-check";
import { INSIDE_ADDRESSES, insideAddress } from "../../../../../core/lb/inside/address";

test("is one that no pod and no node gets", () => {
  const inside = new BlockList();
  const [network = "", bits] = INSIDE_ADDRESSES.split("/");
  inside.addSubnet(network, Number(bits));
  fc.assert(
    fc.property(fc.string(), (name) => {
      const address = insideAddress(name);
      expect(inside.check(address)).toBe(true);
      expect(address).not.toMatch(/\.(0|255)$/);
    }),
  );
});

test("is the same every time, and seldom that of another load balancer", () => {
  expect(insideAddress("shop")).toBe(insideAddress("shop"));
  const names = Array.from({ length: 100 }, (_, i) => `alb-${i}`);
  expect(new Set(names.map(insideAddress)).size).toBe(100);
});

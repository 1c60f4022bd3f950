import { isInside } from "../../../../../../core/lb/conditions/sourceIp/evaluate";

test.each([
  ["10.0.0.0/8", "10.255.0.1", true],
  ["10.0.0.0/8", "11.0.0.1", false],
  ["192.168.7.1/32", "192.168.7.1", true],
  ["192.168.7.1", "192.168.7.1", true],
  ["192.168.7.1", "192.168.7.2", false],
  ["0.0.0.0/0", "1.2.3.4", true],
  ["2001:db8::/32", "2001:db8::5", true],
  ["2001:db8::/32", "2001:db9::5", false],
  ["2001:db8::5", "2001:db8::5", true],
  ["10.0.0.0/8", "2001:db8::5", false],
  ["10.0.0.0/8", "::ffff:10.1.1.1", true],
  ["10.0.0.0/8", "10.1.2", false],
  ["nonsense/8", "10.1.2.3", false],
])("%s holds %s: %s", (block, address, expected) => {
  expect(isInside(block, address)).toBe(expected);
});

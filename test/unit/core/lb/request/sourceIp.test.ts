import { isAddress } from "../../../../../core/lb/request/sourceIp";

test.each([
  ["10.1.2.3", true],
  ["2001:db8::5", true],
  ["10.1.2", false],
  ["010.1.2.3", false],
  ["fe80::1%eth0", false],
  ["[::1]", false],
  ["", false],
])("%s is an address: %s", (text, expected) => {
  expect(isAddress(text)).toBe(expected);
});

import { limitRefusalOf } from "../../../../../core/lb/evaluate/limits";
import type { Request } from "../../../../../core/lb/model";
import { request } from "../../../../helpers/routing";

const KIB = 1024;
const header = (length: number): [string, string] => ["X-A", "a".repeat(length - 5)];
const forwarded = (count: number): [string, string] => [
  "x-forwarded-for",
  Array.from({ length: count }, () => "192.0.2.1").join(", "),
];

test.each<[string, Partial<Request>]>([
  ["a request line of 16 KiB", { target: `/${"a".repeat(16 * KIB - 14)}` }],
  ["a header of 16 KiB", { headers: [header(16 * KIB)] }],
  ["64 KiB of headers", { headers: Array.from({ length: 4 }, () => header(16 * KIB)) }],
  ["30 addresses", { headers: [forwarded(30)] }],
  ["no address", {}],
])("takes %s", (_, more) => {
  expect(limitRefusalOf(request(more))).toBeUndefined();
});

test.each<[Partial<Request>, number, string]>([
  [{ target: `/${"a".repeat(16 * KIB - 13)}` }, 414, "the request line is over 16 KiB"],
  [{ headers: [header(16 * KIB + 1)] }, 400, "a header is over 16 KiB"],
  [
    { headers: [...Array.from({ length: 4 }, () => header(16 * KIB)), ["A", ""]] },
    400,
    "the headers are over 64 KiB",
  ],
  [{ headers: [forwarded(31)] }, 463, "X-Forwarded-For has more than 30 addresses"],
  [{ headers: [forwarded(16), forwarded(15)] }, 463, "X-Forwarded-For has more than 30 addresses"],
])("refuses a request that is too large, %#", (more, status, reason) => {
  expect(limitRefusalOf(request(more))).toEqual({ status, reason });
});

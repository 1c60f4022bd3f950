import {
  hostTargets,
  parseTarget,
  validateTargets,
} from "../../../../../core/lb/targetGroup/hostTarget";
import { brief, only } from "../../../../helpers/issues";

test.each([
  ["localhost:3000", "localhost", 3000],
  ["127.0.0.1:3000", "localhost", 3000],
  ["host:1", "localhost", 1],
  ["192.168.1.5:65535", "192.168.1.5", 65535],
  ["10.0.0.1:80", "10.0.0.1", 80],
  ["1.0.0.1:80", "1.0.0.1", 80],
  ["223.255.255.255:80", "223.255.255.255", 80],
])("reads %s", (text, host, port) => {
  expect(parseTarget(text)).toEqual({ host, port });
});

test.each([
  ["no port", "localhost"],
  ["no port after the colon", "localhost:"],
  ["no host", ":3000"],
  ["a number alone", "3000"],
  ["port 0", "localhost:0"],
  ["port 65536", "localhost:65536"],
  ["a URL", "http://localhost:3000"],
  ["a path", "localhost:3000/a"],
  ["a name", "db.example.com:3000"],
  ["an address that is none", "192.168.1.256:3000"],
  ["an address with a zero in front", "192.168.01.5:3000"],
  ["three parts of an address", "192.168.1:3000"],
  ["IPv6", "[::1]:3000"],
  ["every address", "0.0.0.0:3000"],
  ["another loopback address", "127.0.0.2:3000"],
  ["a link-local address", "169.254.1.1:3000"],
  ["the first multicast address", "224.0.0.0:3000"],
  ["broadcast", "255.255.255.255:3000"],
])("rejects %s", (_, text) => {
  const issue = only(validateTargets(["10.9.8.7:1", text], "t"));
  expect(`${issue.code} ${issue.path}`).toBe("KECS1022 t[1]");
  expect(issue.message.startsWith(`"${text}" `)).toBe(true);
});

test.each([
  ["localhost:3001", "localhost:3000"],
  ["127.0.0.1:3001", "localhost:3000"],
  ["host:3000", "localhost:3000"],
  ["10.0.0.1:2", "10.0.0.1:1"],
])("rejects %s beside another process of that machine", (text, present) => {
  expect(only(validateTargets(["localhost:3000", "10.0.0.1:1", text], "t"))).toMatchObject({
    code: "KECS1022",
    path: "t[2]",
    message: `"${text}" is on the same machine as "${present}"; a target group takes one process on each machine`,
  });
});

test("tells all targets that are wrong at once", () => {
  expect(brief(validateTargets(["a", "localhost:3000", "b:1"], "t"))).toEqual([
    "KECS1022 t[0]",
    "KECS1022 t[2]",
  ]);
});

test("keeps the targets of a good list in their order", () => {
  expect(hostTargets(["host:2", "10.0.0.1:1"])).toEqual([
    { host: "localhost", port: 2 },
    { host: "10.0.0.1", port: 1 },
  ]);
});

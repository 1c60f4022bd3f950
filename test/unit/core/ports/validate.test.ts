import fc from "fast-check";
import { validatePorts, type PortArgs } from "../../../../core/ports/validate";
import { brief } from "../../../helpers/issues";

describe("validatePorts accepts", () => {
  test.each<[string, PortArgs]>([
    ["the defaults", {}],
    ["the lowest and the highest port", { httpPort: 1, httpsPort: 65535 }],
    ["0 for any free port", { httpPort: 0, httpsPort: 0 }],
    ["0 beside a chosen port", { httpPort: 0, httpsPort: 8080 }],
    ["a range of one", { portRangeStart: 9000, portRangeEnd: 9000 }],
    ["a range of a hundred", { portRangeStart: 9000, portRangeEnd: 9099 }],
    ["a range from 1", { portRangeStart: 1, portRangeEnd: 10 }],
    ["a range to 65535", { portRangeStart: 65530, portRangeEnd: 65535 }],
    ["a range that ends before HTTP's port", { portRangeStart: 8000, portRangeEnd: 8079 }],
    ["a range that starts behind HTTP's port", { portRangeStart: 8081, portRangeEnd: 8090 }],
    ["a range that ends before HTTPS's port", { portRangeStart: 8400, portRangeEnd: 8442 }],
    ["a range that starts behind HTTPS's port", { portRangeStart: 8444, portRangeEnd: 8450 }],
    [
      "8080 in the range when HTTP is elsewhere",
      {
        httpPort: 8000,
        portRangeStart: 8080,
        portRangeEnd: 8089,
      },
    ],
    [
      "a range over the usual ports when both are free ones",
      {
        httpPort: 0,
        httpsPort: 0,
        portRangeStart: 8400,
        portRangeEnd: 8450,
      },
    ],
  ])("%s", (_, args) => {
    expect(validatePorts(args, "i")).toEqual([]);
  });
});

describe("validatePorts rejects", () => {
  test.each<[string, PortArgs, string[]]>([
    ["a negative port", { httpPort: -1 }, ["KECS1002 i.httpPort"]],
    ["a port of 65536", { httpsPort: 65536 }, ["KECS1002 i.httpsPort"]],
    ["a fraction", { httpPort: 8080.5 }, ["KECS1002 i.httpPort"]],
    ["no number", { httpPort: NaN }, ["KECS1002 i.httpPort"]],
    ["one port for both", { httpPort: 8000, httpsPort: 8000 }, ["KECS1004 i.httpsPort"]],
    ["HTTP on HTTPS's default", { httpPort: 8443 }, ["KECS1004 i.httpsPort"]],
    ["a range without an end", { portRangeStart: 9000 }, ["KECS1003 i.portRangeEnd"]],
    ["a range without a start", { portRangeEnd: 9000 }, ["KECS1003 i.portRangeStart"]],
    ["a range from 0", { portRangeStart: 0, portRangeEnd: 9 }, ["KECS1003 i.portRangeStart"]],
    [
      "a range to 65536",
      { portRangeStart: 65530, portRangeEnd: 65536 },
      ["KECS1003 i.portRangeEnd"],
    ],
    [
      "both ends out of bounds",
      { portRangeStart: -5, portRangeEnd: 70000 },
      ["KECS1003 i.portRangeStart", "KECS1003 i.portRangeEnd"],
    ],
    ["a reversed range", { portRangeStart: 9009, portRangeEnd: 9000 }, ["KECS1003 i.portRangeEnd"]],
    ["a range of 101", { portRangeStart: 9000, portRangeEnd: 9100 }, ["KECS1003 i.portRangeEnd"]],
    [
      "a range that ends on HTTP's port",
      { portRangeStart: 8070, portRangeEnd: 8080 },
      ["KECS1004 i.portRangeStart"],
    ],
    [
      "a range that starts on HTTPS's port",
      { portRangeStart: 8443, portRangeEnd: 8450 },
      ["KECS1004 i.portRangeStart"],
    ],
    [
      "a range over a chosen port",
      { httpPort: 9005, portRangeStart: 9000, portRangeEnd: 9009 },
      ["KECS1004 i.portRangeStart"],
    ],
  ])("%s", (_, args, expected) => {
    expect(brief(validatePorts(args, "i"))).toEqual(expected);
  });

  test("everything at once", () => {
    expect(
      brief(
        validatePorts(
          { httpPort: -1, httpsPort: 8443, portRangeStart: 8400, portRangeEnd: 8600 },
          "i",
        ),
      ),
    ).toEqual(["KECS1002 i.httpPort", "KECS1003 i.portRangeEnd", "KECS1004 i.portRangeStart"]);
  });

  test("a port, saying what is allowed and what to set", () => {
    expect(validatePorts({ httpPort: 70000 }, 'KecsInstance("a")')).toEqual([
      {
        code: "KECS1002",
        path: 'KecsInstance("a").httpPort',
        message: '"70000" is not a port: a whole number from 1 to 65535, or 0 for any free port',
        hint: "set httpPort to a free port",
        severity: "error",
      },
    ]);
  });

  test("a range that is too wide, saying where to end it", () => {
    expect(validatePorts({ portRangeStart: 9000, portRangeEnd: 9100 }, "i")).toEqual([
      {
        code: "KECS1003",
        path: "i.portRangeEnd",
        message: 'the range "9000-9100" has 101 ports; at most 100 are allowed',
        hint: "end it at 9099 or below",
        severity: "error",
      },
    ]);
  });

  test("a range whose ends are no numbers at all, without falling over", () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), (portRangeStart, portRangeEnd) => {
        const issues = validatePorts({ portRangeStart, portRangeEnd }, "i");
        const fine = Number.isInteger(portRangeStart) && Number.isInteger(portRangeEnd);
        expect(fine || issues.length > 0).toBe(true);
      }),
    );
  });
});

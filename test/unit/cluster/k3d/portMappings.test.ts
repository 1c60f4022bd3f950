import fc from "fast-check";
import {
  portMappingRanges,
  portMappings,
  publishAddresses,
} from "../../../../cluster/k3d/portMappings";
import { planPorts } from "../../../../core/ports/plan";
import { rangedSettings } from "../../../helpers/arbitrary";

const base = { bindAddress: "127.0.0.1", httpPort: 8080, httpsPort: 8443 };

/** `a:1-3:11-13` as `a:1:11`, `a:2:12`, `a:3:13`. */
function expand(mapping: string): string[] {
  const [address, local = "", node = ""] = mapping.split(":");
  const [localFirst = 0, localLast = localFirst] = local.split("-").map(Number);
  const [nodeFirst = 0, nodeLast = nodeFirst] = node.split("-").map(Number);
  expect(localLast - localFirst).toBe(nodeLast - nodeFirst);
  return Array.from(
    { length: localLast - localFirst + 1 },
    (_, i) => `${address ?? ""}:${localFirst + i}:${nodeFirst + i}`,
  );
}

test.each([
  ["loopback alone", "127.0.0.1", ["127.0.0.1"]],
  ["every interface, which covers loopback", "0.0.0.0", ["0.0.0.0"]],
  ["another address with loopback beside it", "192.168.1.20", ["127.0.0.1", "192.168.1.20"]],
])("publishes on %s", (_, address, expected) => {
  expect(publishAddresses(address)).toEqual(expected);
});

test("maps every slot on every address", () => {
  const plan = planPorts({ ...base, bindAddress: "10.0.0.5", range: { start: 9000, end: 9001 } });
  expect(portMappings(plan)).toEqual([
    "127.0.0.1:8080:30880",
    "127.0.0.1:8443:30443",
    "127.0.0.1:9000:30800",
    "127.0.0.1:9001:30801",
    "10.0.0.5:8080:30880",
    "10.0.0.5:8443:30443",
    "10.0.0.5:9000:30800",
    "10.0.0.5:9001:30801",
  ]);
});

test("joins neighbours to ranges, and leaves out the slot that moved", () => {
  expect(portMappingRanges(planPorts({ ...base, range: { start: 9000, end: 9099 } }))).toEqual([
    "127.0.0.1:8080:30880",
    "127.0.0.1:8443:30443",
    "127.0.0.1:9000-9079:30800-30879",
    "127.0.0.1:9080:30900",
    "127.0.0.1:9081-9099:30881-30899",
  ]);
});

test("expands ranges to exactly the single mappings, for any plan and address", () => {
  fc.assert(
    fc.property(
      rangedSettings,
      fc.constantFrom("127.0.0.1", "0.0.0.0", "192.168.1.20"),
      (settings, bindAddress) => {
        const plan = planPorts({ ...settings, bindAddress });
        expect(portMappingRanges(plan).flatMap(expand)).toEqual(portMappings(plan));
      },
    ),
  );
});

import fc from "fast-check";
import type { PortSettings } from "../../core/ports/plan";
import { validatePorts } from "../../core/ports/validate";

/** Any range of 1 to 100 ports. */
export const portRange = fc
  .record({ start: fc.integer({ min: 1, max: 65535 }), width: fc.integer({ min: 1, max: 100 }) })
  .map(({ start, width }) => ({ start, end: Math.min(start + width - 1, 65535) }));

/** Any settings with a range that the rules accept. */
export const rangedSettings = fc
  .record({
    httpPort: fc.integer({ min: 1, max: 65535 }),
    httpsPort: fc.integer({ min: 1, max: 65535 }),
    range: portRange,
  })
  .filter(
    ({ httpPort, httpsPort, range }) =>
      validatePorts(
        { httpPort, httpsPort, portRangeStart: range.start, portRangeEnd: range.end },
        "x",
      ).length === 0,
  )
  .map((settings) => ({ bindAddress: "127.0.0.1", ...settings }) satisfies PortSettings);

/** A name as AWS takes it for load balancers and target groups. */
export const awsName = fc
  .stringMatching(/^[A-Za-z0-9]([-A-Za-z0-9]{0,30}[A-Za-z0-9])?$/)
  .filter((name) => !name.startsWith("internal-"));

/** A name as AWS takes it for clusters, services and task definitions. */
export const ecsName = fc.stringMatching(/^[-_A-Za-z0-9]{1,255}$/);

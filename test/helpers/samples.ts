import type { Connection } from "../../core/connection";

/** An instance named myapp with the range 9000-9009. */
export const CONNECTION: Connection = {
  instance: "myapp",
  cluster: "kecs-myapp",
  context: "k3d-kecs-myapp",
  bindAddress: "127.0.0.1",
  httpPort: 8080,
  httpsPort: 8443,
  rangeStart: 9000,
  rangeEnd: 9009,
  region: "us-east-1",
  accountId: "000000000000",
  checksTargets: true,
};

/** The same without a range. */
export const NARROW: Connection = { ...CONNECTION, rangeStart: 0, rangeEnd: 0 };

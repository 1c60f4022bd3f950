import { Alb, type Connection } from "kecs";

/* A component of an instance that another stack made, without the provider that it needs. */
const connection: Connection = {
  instance: "elsewhere",
  cluster: "kecs-elsewhere",
  context: "k3d-kecs-elsewhere",
  bindAddress: "127.0.0.1",
  httpPort: 8080,
  httpsPort: 8443,
  rangeStart: 0,
  rangeEnd: 0,
  region: "us-east-1",
  accountId: "000000000000",
};

export const { arn } = new Alb("a", { connection });

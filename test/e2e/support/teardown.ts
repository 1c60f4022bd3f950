import { conformance } from "./conformanceInstance";

/** After the last end-to-end test: the instance that several of them share. */
export default async function teardown(): Promise<void> {
  if (process.env["KECS_TEST_KEEP"] === "1") return;
  const { code, stderr } = await conformance(["--destroy"]);
  if (code !== 0) throw new Error(stderr);
}

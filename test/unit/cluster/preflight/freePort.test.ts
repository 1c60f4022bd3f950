import { firstFreePort, portError } from "../../../../cluster/preflight/freePort";
import { listen, type Listening } from "../../../helpers/listen";

let taken: Listening;
beforeEach(async () => {
  taken = await listen();
});
afterEach(() => taken.close());

test("says why a port cannot be opened", async () => {
  expect(await portError("127.0.0.1", taken.port)).toBe("EADDRINUSE");
});

test("says nothing of a free port, and leaves it free", async () => {
  await taken.close();
  expect(await portError("127.0.0.1", taken.port)).toBeUndefined();
  expect(await portError("127.0.0.1", taken.port)).toBeUndefined();
});

test("says when an address is not one of this machine", async () => {
  // An address of TEST-NET-1, which no machine has.
  expect(await portError("192.0.2.1", 65000)).toBe("EADDRNOTAVAIL");
});

test("passes over a port that is in use", async () => {
  expect(await firstFreePort(taken.port, new Set())).toBeGreaterThan(taken.port);
});

test("passes over a port that is spoken for", async () => {
  await taken.close();
  expect(await firstFreePort(taken.port, new Set([taken.port]))).toBeGreaterThan(taken.port);
});

test("gives up behind the last port", async () => {
  await expect(firstFreePort(65535, new Set([65535]))).rejects.toThrow(
    "no local port from 65535 on is free",
  );
});

test("passes over what cannot be had", async () => {
  const first = await firstFreePort(40000, new Set());
  expect(await firstFreePort(first, new Set(), (port) => port > first)).toBeGreaterThan(first);
});

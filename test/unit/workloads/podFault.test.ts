import { redact } from "../../../components/internal/redact";
import type { Event, Pod } from "../../../components/workloads/kubernetesObjects";
import { podFault } from "../../../components/workloads/podFault";

const sick = (status: object): Pod => ({
  metadata: { name: "web-1", uid: "u" },
  spec: { containers: [{ name: "web" }] },
  status: { phase: "Running", containerStatuses: [{ name: "web", ...status }] },
});
const said = (message: string): Event => ({
  reason: "Unhealthy",
  message,
  involvedObject: { uid: "u", fieldPath: "spec.containers{web}" },
});

test("what Kubernetes says steers no terminal", () => {
  const waiting = { reason: "RunContainerError", message: "exec: \u001b]0;x\u0007 not\nfound" };
  expect(podFault(sick({ state: { waiting } }), [])?.what).toBe(
    "RunContainerError: exec: \\x1b]0;x\\x07 not found",
  );
});

test.each([190, 195, 199])(
  "no beginning of a secret is left where what a check said is cut at 200 characters (%i)",
  (before) => {
    const secret = "correct-horse-battery-staple";
    const text = `Readiness probe failed: ${"x".repeat(before - 1)} ${secret} and so on`;
    const what = podFault(sick({ state: { running: {} } }), [said(text)])?.what ?? "";
    expect(what).toMatch(/…$/);
    expect(redact(what, [secret])).not.toMatch(/correct-h/);
  },
);

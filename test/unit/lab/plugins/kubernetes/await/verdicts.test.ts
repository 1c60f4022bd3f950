import { jobVerdict } from "../../../../../../lab/plugins/kubernetes/await/jobVerdict";
import { podProblems } from "../../../../../../lab/plugins/kubernetes/await/podProblems";
import { podVerdict } from "../../../../../../lab/plugins/kubernetes/await/podVerdict";
import {
  daemonSetVerdict,
  statefulSetVerdict,
} from "../../../../../../lab/plugins/kubernetes/await/rolloutVerdict";
import { serviceVerdict } from "../../../../../../lab/plugins/kubernetes/await/serviceVerdict";
import {
  claimVerdict,
  ingressVerdict,
} from "../../../../../../lab/plugins/kubernetes/await/simpleVerdicts";
import {
  awaitedConditions,
  conditionsVerdict,
} from "../../../../../../lab/plugins/kubernetes/await/waitFor";

const holds = (type: string) => ({ type, status: "True" });

describe("a Pod", () => {
  const conditions = [holds("PodScheduled"), holds("Initialized")];

  it("is ready when its condition says so, or when it has succeeded", () => {
    const ready = { status: { conditions: [...conditions, holds("Ready")] } };
    const succeeded = { status: { phase: "Succeeded", conditions } };
    expect(podVerdict(ready).state).toBe("ready");
    expect(podVerdict(succeeded).state).toBe("ready");
    expect(podVerdict({ status: { conditions } }).state).toBe("waiting");
  });

  it("tells how its container ended last", () => {
    const terminated = { reason: "Error", exitCode: 1, finishedAt: "2024-01-01T00:00:00Z" };
    const status = {
      conditions,
      containerStatuses: [
        {
          name: "app",
          ready: false,
          state: { waiting: { reason: "CrashLoopBackOff", message: "back-off" } },
          lastState: { terminated },
        },
      ],
    };
    expect(podProblems({ metadata: { name: "p" }, status })).toEqual([
      '[Pod p]: [CrashLoopBackOff] back-off\ncontainer "app" terminated at ' +
        "2024-01-01T00:00:00Z (Error: exit code 1)",
    ]);
  });
});

describe("a Job", () => {
  it("is ready when it is complete", () => {
    expect(jobVerdict({ status: { conditions: [holds("Complete")] } }, []).state).toBe("ready");
  });

  it("has failed for good when its chances are used up", () => {
    const failure = { ...holds("Failed"), reason: "BackoffLimitExceeded", message: "limit" };
    expect(jobVerdict({ status: { conditions: [failure] } }, [])).toEqual({
      state: "failed",
      message: "[BackoffLimitExceeded] limit",
      problems: ["[BackoffLimitExceeded] limit"],
    });
  });

  it("is waited for while it runs", () => {
    const job = { metadata: { name: "j" }, status: { startTime: "now", active: 1 } };
    expect(jobVerdict(job, []).message).toBe(
      'Waiting for Job "j" to succeed (Active: 1 | Succeeded: 0 | Failed: 0)',
    );
  });
});

describe("a DaemonSet", () => {
  const counts = {
    observedGeneration: 1,
    desiredNumberScheduled: 2,
    currentNumberScheduled: 2,
    updatedNumberScheduled: 2,
    numberAvailable: 2,
    numberReady: 2,
  };

  it("is ready when every node runs its latest form", () => {
    const metadata = { generation: 1 };
    expect(daemonSetVerdict({ metadata, status: counts }, []).state).toBe("ready");
    const old = { ...counts, updatedNumberScheduled: 1 };
    expect(daemonSetVerdict({ metadata, status: old }, []).state).toBe("waiting");
    expect(daemonSetVerdict({ metadata: { generation: 2 }, status: counts }, []).state).toBe(
      "waiting",
    );
  });
});

describe("a StatefulSet", () => {
  const counts = { observedGeneration: 2, replicas: 2, readyReplicas: 2, currentReplicas: 2 };
  const state = (status: object, strategy = "RollingUpdate"): string =>
    statefulSetVerdict(
      {
        metadata: { generation: 2 },
        spec: { replicas: 2, updateStrategy: { type: strategy } },
        status: { ...counts, ...status },
      },
      [],
    ).state;

  it("is ready when all replicas are of the latest revision", () => {
    expect(state({ currentRevision: "a", updateRevision: "a" })).toBe("ready");
    expect(state({ currentRevision: "a", updateRevision: "b" })).toBe("waiting");
    expect(state({ currentRevision: "a", updateRevision: "a", readyReplicas: 1 })).toBe("waiting");
  });

  it("does not wait for pods that somebody has to delete by hand", () => {
    const old = { currentRevision: "a", updateRevision: "b", currentReplicas: 0 };
    expect(state(old, "OnDelete")).toBe("ready");
  });
});

describe("a Service", () => {
  const service = { spec: { selector: { app: "web" } } };
  const addresses = { subsets: [{ addresses: [{ ip: "1" }] }] };
  const pending = { subsets: [{ notReadyAddresses: [{ ip: "1" }] }] };

  it("is ready when its endpoints have settled, even if there are none", () => {
    const state = (endpoints: object | undefined, settled: boolean): string =>
      serviceVerdict(service, { endpoints: endpoints as never, settled }).state;
    expect(state(addresses, true)).toBe("ready");
    expect(state({}, true)).toBe("ready");
    expect(state(addresses, false)).toBe("waiting");
    expect(state(pending, true)).toBe("waiting");
    expect(state(undefined, false)).toBe("waiting");
  });

  it.each([
    { spec: { clusterIP: "None", selector: { app: "web" } } },
    { spec: { type: "ExternalName", selector: { app: "web" } } },
    { spec: {} },
  ])("is ready at once as %j", (other) => {
    expect(serviceVerdict(other, { endpoints: undefined, settled: false }).state).toBe("ready");
  });

  it("needs an address as a load balancer", () => {
    const balancer = { spec: { ...service.spec, type: "LoadBalancer" } };
    const verdict = serviceVerdict(balancer, { endpoints: addresses, settled: true });
    expect(verdict.state).toBe("waiting");
    expect(verdict.problems).toEqual([
      "Service was not allocated an IP address; does your cloud provider support this?",
    ]);
  });
});

describe("other kinds", () => {
  it("wait for a claim to be bound, unless its class binds late", () => {
    const pending = { status: { phase: "Pending" } };
    expect(claimVerdict({ status: { phase: "Bound" } }, "", true).state).toBe("ready");
    expect(claimVerdict(pending, "WaitForFirstConsumer", true).state).toBe("ready");
    expect(claimVerdict(pending, "Immediate", true).state).toBe("waiting");
    expect(claimVerdict(pending, "WaitForFirstConsumer", false).state).toBe("waiting");
  });

  it("wait for an Ingress to get an address", () => {
    const ingress = { status: { loadBalancer: { ingress: [{ ip: "1" }] } } };
    expect(ingressVerdict(ingress).state).toBe("ready");
    expect(ingressVerdict({ status: { loadBalancer: {} } }).state).toBe("waiting");
  });
});

describe("pulumi.com/waitFor", () => {
  const asking = (text: string) => ({ metadata: { annotations: { "pulumi.com/waitFor": text } } });

  it("names conditions, one or several", () => {
    expect(awaitedConditions(asking("condition=Ready"))).toEqual([
      { type: "Ready", status: "True" },
    ]);
    expect(awaitedConditions(asking('["condition=A","condition=B=False"]'))).toEqual([
      { type: "A", status: "True" },
      { type: "B", status: "False" },
    ]);
    expect(awaitedConditions({})).toEqual([]);
  });

  it("rejects what the stand-in cannot wait for", () => {
    expect(() => awaitedConditions(asking("jsonpath={.status.phase}=Ready"))).toThrow(
      "lab stand-in",
    );
    expect(() => awaitedConditions(asking("Ready"))).toThrow('got "Ready"');
  });

  it("waits until all conditions hold", () => {
    const awaited = awaitedConditions(asking('["condition=A","condition=B"]'));
    const object = (conditions: object[]) => ({ status: { conditions: conditions as never } });
    expect(conditionsVerdict(object([holds("A")]), awaited)).toEqual({
      state: "waiting",
      message: "Waiting for the condition B=True",
      problems: ["the condition B is not True"],
    });
    expect(conditionsVerdict(object([holds("A"), holds("B")]), awaited).state).toBe("ready");
  });
});

import { crdErrors } from "../../helpers/crd";
import { restrictedViolations, type PodSpec } from "../../helpers/podSecurity";

const object = (kind: string, spec: object) => ({
  apiVersion: "traefik.io/v1alpha1",
  kind,
  metadata: { name: "a" },
  spec,
});
const route = { kind: "Rule", match: "Host(`a`)" };

describe("the check against Traefik's definitions", () => {
  test.each([
    ["a route", object("IngressRoute", { routes: [route] })],
    [
      "a port by number and by name",
      object("IngressRoute", {
        routes: [
          {
            ...route,
            services: [
              { name: "a", port: 80 },
              { name: "b", port: "http" },
            ],
          },
        ],
      }),
    ],
    [
      "anything for a plugin",
      object("Middleware", { plugin: { any: { deep: [1, { x: true }] } } }),
    ],
  ])("accepts %s", (_, of) => {
    expect(crdErrors(of)).toEqual([]);
  });

  test.each([
    ["a field that there is not", object("IngressRoute", { routes: [], entrypoints: [] })],
    ["such a field inside of a list", object("IngressRoute", { routes: [{ ...route, x: 1 }] })],
    ["such a field beside spec", { ...object("IngressRoute", { routes: [] }), status: {} }],
    ["a missing field", object("IngressRoute", { routes: [{ kind: "Rule" }] })],
    ["a wrong type", object("IngressRoute", { routes: [{ ...route, priority: "1" }] })],
    [
      "a value that is not among those allowed",
      object("IngressRoute", { routes: [{ ...route, kind: "X" }] }),
    ],
    [
      "half a port",
      object("IngressRoute", { routes: [{ ...route, services: [{ name: "a", port: 1.5 }] }] }),
    ],
    ["an unknown kind", object("IngressRuote", {})],
  ])("rejects %s", (_, of) => {
    expect(crdErrors(of)).toHaveLength(1);
  });
});

describe("the check against the restricted Pod Security Standard", () => {
  const container = {
    name: "a",
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
  };
  const pod: PodSpec = {
    securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
    containers: [container],
  };
  const within = (securityContext: object): PodSpec => ({
    ...pod,
    containers: [
      { ...container, securityContext: { ...container.securityContext, ...securityContext } },
    ],
  });

  test("accepts a restricted pod", () => {
    expect(restrictedViolations(pod)).toEqual([]);
  });

  test.each<[string, PodSpec]>([
    ["the host's network", { ...pod, hostNetwork: true }],
    ["a folder of the host", { ...pod, volumes: [{ name: "v", hostPath: { path: "/" } }] }],
    ["a port of the host", { ...pod, containers: [{ ...container, ports: [{ hostPort: 80 }] }] }],
    ["a privileged container", within({ privileged: true })],
    ["escalation that is not forbidden", within({ allowPrivilegeEscalation: undefined })],
    ["root", within({ runAsUser: 0 })],
    ["no word about root", within({ runAsNonRoot: undefined })],
    ["no seccomp profile", within({ seccompProfile: { type: "Unconfined" } })],
    ["capabilities that are kept", within({ capabilities: { drop: ["NET_RAW"] } })],
    ["a capability that is added", within({ capabilities: { drop: ["ALL"], add: ["SYS_ADMIN"] } })],
    ["an unmasked /proc", within({ procMount: "Unmasked" })],
    [
      "an init container without rules",
      {
        ...pod,
        initContainers: [
          { name: "i", securityContext: { ...container.securityContext, privileged: true } },
        ],
      },
    ],
  ])("rejects %s", (_, of) => {
    expect(restrictedViolations(of)).toHaveLength(1);
  });
});

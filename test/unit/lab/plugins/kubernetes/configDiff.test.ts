import { diffProviderArguments } from "../../../../../lab/plugins/kubernetes/configDiff";
import { secret, unknownValue } from "../../../../../lab/plugins/shared/properties";
import type { PropertyMap } from "../../../../../lab/plugins/shared/properties";

function kubeconfig(server: string, token: string): string {
  return JSON.stringify({
    "current-context": "a",
    clusters: [{ name: "a", cluster: { server } }],
    users: [{ name: "a", user: { token } }],
    contexts: [{ name: "a", context: { cluster: "a", user: "a" } }],
  });
}

async function diff(before: PropertyMap, after: PropertyMap): Promise<Record<string, boolean>> {
  const changes = await diffProviderArguments(before, after);
  return Object.fromEntries(changes.map(({ path, replace }) => [path.join("/"), replace]));
}

const here = kubeconfig("https://here", "1");
const there = kubeconfig("https://there", "1");
const refreshed = kubeconfig("https://here", "2");

describe("a provider's arguments", () => {
  it("replace it when they lead to another cluster", async () => {
    expect(await diff({ kubeconfig: here }, { kubeconfig: there })).toEqual({ kubeconfig: true });
  });

  it("update it when only credentials change", async () => {
    expect(await diff({ kubeconfig: secret(here) }, { kubeconfig: secret(refreshed) })).toEqual({
      kubeconfig: false,
    });
  });

  it("replace it when the cluster cannot be known", async () => {
    expect(await diff({ kubeconfig: here }, { kubeconfig: unknownValue })).toEqual({
      kubeconfig: true,
    });
  });

  it("update it, whatever the cluster, as long as the identifier stays", async () => {
    const before = { kubeconfig: here, clusterIdentifier: "x" };
    expect(await diff(before, { kubeconfig: there, clusterIdentifier: "x" })).toEqual({
      kubeconfig: false,
    });
    expect(await diff(before, { kubeconfig: unknownValue, clusterIdentifier: "x" })).toEqual({
      kubeconfig: false,
    });
  });

  it("replace it when the identifier changes", async () => {
    const before = { kubeconfig: here, clusterIdentifier: "x" };
    expect(await diff(before, { kubeconfig: here, clusterIdentifier: "y" })).toEqual({
      clusterIdentifier: true,
    });
  });

  it("update it when an identifier is added or taken away", async () => {
    const identified = { kubeconfig: here, clusterIdentifier: "x" };
    expect(await diff({ kubeconfig: here }, identified)).toEqual({ clusterIdentifier: false });
    expect(await diff(identified, { kubeconfig: here })).toEqual({ clusterIdentifier: false });
  });

  it("change nothing when they are the same", async () => {
    expect(await diff({ kubeconfig: here }, { kubeconfig: here })).toEqual({});
  });
});

import { deepEqual, isUnknown, revealMap } from "../shared/properties";
import type { PropertyMap } from "../shared/properties";
import { diffMaps } from "../shared/propertyDiff";
import type { PropertyChange } from "../shared/propertyDiff";

import { activeCluster, kubeconfigText, parseKubeconfig } from "./kubeconfig";
import { textAt } from "./kubeObject";

const clusterKeys = ["kubeconfig", "context", "cluster"];
const identifierKey = "clusterIdentifier";

async function clusterOf(args: PropertyMap): Promise<PropertyMap | undefined> {
  const text = textAt(args, "kubeconfig");
  if (text === "") return undefined;
  const overrides = {
    context: textAt(args, "context") || undefined,
    cluster: textAt(args, "cluster") || undefined,
  };
  return activeCluster(await parseKubeconfig(kubeconfigText(text)), overrides);
}

/**
 * What a change of a provider's arguments means. Another cluster means that everything in it is
 * made anew; an identifier says whether the cluster is another, else its settings are compared.
 */
export async function diffProviderArguments(
  oldArgs: PropertyMap,
  newArgs: PropertyMap,
): Promise<PropertyChange[]> {
  const [olds, news] = [revealMap(oldArgs), revealMap(newArgs)];
  const changes = diffMaps(olds, news);
  const identifierChange = changes.find(({ path }) => path[0] === identifierKey);
  const identified = textAt(news, identifierKey) !== "" && identifierChange === undefined;
  const replacing = (key: string): boolean =>
    key === identifierKey && identifierChange?.kind === "update";
  const result = (replaces: (key: string) => boolean): PropertyChange[] =>
    changes.map((change) => {
      const key = String(change.path[0]);
      return { ...change, replace: !identified && (replaces(key) || replacing(key)) };
    });
  const unknown = clusterKeys.find((key) => isUnknown(news[key]));
  if (unknown !== undefined) return result((key) => key === unknown);
  const [before, after] = [await clusterOf(olds), await clusterOf(news)];
  const moved = before !== undefined && after !== undefined && !deepEqual(before, after);
  return result((key) => moved && clusterKeys.includes(key));
}

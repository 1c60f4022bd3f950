import { controlPlane } from "./controlPlane";
import type { TrustStoreEntry } from "./entries";

/** Lets listeners find a trust store by its ARN. */
export function registerTrustStore(arn: string, entry: TrustStoreEntry): void {
  controlPlane().trustStores.set(arn, entry);
}

/** The trust store with this ARN, where this program made it. */
export function findTrustStore(arn: string): TrustStoreEntry | undefined {
  return controlPlane().trustStores.get(arn);
}

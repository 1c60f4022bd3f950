import { listAt, textAt } from "../kubeObject";
import type { KubeObject } from "../kubeObject";

import { ready, waiting } from "./verdict";
import type { Verdict } from "./verdict";

export function volumeVerdict(volume: KubeObject): Verdict {
  const phase = textAt(volume, "status", "phase");
  return phase === "Available" || phase === "Bound"
    ? ready(`PersistentVolume is ${phase}`)
    : waiting(`PersistentVolume is ${phase}`);
}

/** A new claim on a class that binds late has nothing to wait for. */
export function claimVerdict(claim: KubeObject, bindingMode: string, isNew: boolean): Verdict {
  const phase = textAt(claim, "status", "phase");
  const late = isNew && bindingMode === "WaitForFirstConsumer" && phase === "Pending";
  return phase === "Bound" || late
    ? ready(`PersistentVolumeClaim is ${phase}`)
    : waiting(`PersistentVolumeClaim is ${phase}`);
}

export function ingressVerdict(ingress: KubeObject): Verdict {
  return listAt(ingress, "status", "loadBalancer", "ingress").length > 0
    ? ready("Ingress initialization complete")
    : waiting("Waiting for the Ingress to get an address", [
        "Ingress .status.loadBalancer field was not updated with a hostname/IP address; " +
          "is there an ingress controller for its class?",
      ]);
}

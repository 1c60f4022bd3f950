import { runProvider } from "../shared/providerMain";

import { KubernetesProvider } from "./kubernetesProvider";

runProvider((log) => new KubernetesProvider(log));

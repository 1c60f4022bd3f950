import { runProvider } from "../shared/providerMain";

import { DockerProvider } from "./dockerProvider";

runProvider((log) => new DockerProvider(log));

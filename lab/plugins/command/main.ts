import { runProvider } from "../shared/providerMain";

import { CommandProvider } from "./commandProvider";

runProvider((log) => new CommandProvider(log));

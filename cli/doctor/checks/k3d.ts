import { judgeK3d } from "../../../cluster/preflight/tools";
import { programCheck } from "../program";

export const k3d = programCheck("k3d", ["version"], judgeK3d);

import { judgeDocker } from "../../../cluster/preflight/tools";
import { programCheck } from "../program";

const FORMAT = "{{.Server.Version}} (client {{.Client.Version}}, context {{.Client.Context}})";

export const docker = programCheck("docker", ["version", "--format", FORMAT], judgeDocker);

import { judgePulumi } from "../../machine/tools";
import { programCheck } from "../program";

export const pulumi = programCheck("pulumi", ["version"], judgePulumi);

import type { SpecsOf } from "../../support/fieldSpec";
import { CONDITION_KINDS, type ConditionValues } from "./kinds";

/** The fields of a condition. Each kind's are held against its own type. */
export const CONDITION_FIELDS = Object.assign(
  {},
  ...Object.values(CONDITION_KINDS).map(({ fields }) => fields),
) as SpecsOf<ConditionValues>;

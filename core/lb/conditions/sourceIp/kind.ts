import { holding, ignored } from "../../../support/fieldSpec";
import { quoted } from "../../../text/quoted";
import type { ConditionKind } from "../conditionKind";
import { countValues, validateValues } from "../patterns";
import { clientsDoNotArrive, validateSourceIp } from "./validate";
import type { SourceIpCondition, SourceIpField } from "./values";

export const sourceIp: ConditionKind<SourceIpField, SourceIpCondition> = {
  name: "sourceIp",
  fields: {
    sourceIp: holding("object", {
      values: "texts",
      ipAddressType: ignored("text", "the values themselves show the kind of address"),
    }),
  },
  isUnique: true,
  validate: ({ values }, path, { simulateSourceIp }) => [
    ...validateValues(values, `${path}.values`, validateSourceIp),
    ...(simulateSourceIp === true ? [] : [clientsDoNotArrive(path)]),
  ],
  countValues,
  countWildcards: () => 0,
  toModel: ({ values }) => ({ field: "source-ip", values }),
  subject: () => "source IP",
  wanted: ({ values }) => values.map(quoted),
};

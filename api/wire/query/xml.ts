import { XmlShapeSerializer } from "@aws-sdk/core/protocols";
import { NormalizedSchema } from "@smithy/core/schema";

import { DATE_TIME, type Schema } from "../protocol/schema";
import { asXmlText } from "./xmlCharacters";

const PROTOCOL = "kecs.wire";

/** A structure of a protocol as XML. */
export function render(schema: Schema, value: object, xmlNamespace: string): string {
  const serializer = new XmlShapeSerializer({
    xmlNamespace,
    serviceNamespace: PROTOCOL,
    timestampFormat: { useTrait: true, default: DATE_TIME },
  });
  serializer.write(NormalizedSchema.of(schema), value);
  return asXmlText(serializer.flush() as string);
}

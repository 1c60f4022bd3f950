import type { NormalizedSchema } from "@smithy/core/schema";

import type { ErrorBody } from "../protocol/protocol";

export interface Output {
  readonly operation: string;
  readonly schema: NormalizedSchema;
  readonly output: object;
  readonly requestId: string;
  readonly xmlNamespace: string;
}

/** In what the protocols differ that take a form and give XML: AWS Query, and that of EC2. */
export interface Dialect {
  /** What a member of a structure is called in a form. */
  readonly keyOf: (member: string, xmlName: string | undefined) => string;
  /** Whether a list's items stand right below it, as in `Filter.1`. */
  readonly hasFlatLists: boolean;
  readonly outputXml: (output: Output) => string;
  readonly errorXml: (error: ErrorBody, requestId: string, xmlNamespace: string) => string;
}

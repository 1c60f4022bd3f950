import { NEW_TRACE, traceId } from "../../../../../core/lb/request/traceId";

test.each([
  ["", `Root=${NEW_TRACE}`],
  ["Root=1-a-b", `Self=${NEW_TRACE};Root=1-a-b`],
  ["Self=1-1-a;Root=1-a-b;CalledFrom=app", `Self=${NEW_TRACE};Root=1-a-b;CalledFrom=app`],
  ["CalledFrom=app", `Root=${NEW_TRACE};CalledFrom=app`],
  [" Root=1-a-b ; ;X=1", `Self=${NEW_TRACE};Root=1-a-b;X=1`],
])("makes %j into %j", (received, expected) => {
  expect(traceId(received)).toBe(expected);
});

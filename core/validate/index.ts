export { CODES, type Code } from "./codes";
export { formatIssue, isSound, problem, type Issue, warningText } from "./issue";
export { KecsError, throwIfErrors } from "./kecsError";

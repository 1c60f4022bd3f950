export { CODES, type Code } from "./codes";
export { formatIssue, isSound, problem, type Issue } from "./issue";
export { KecsError, throwIfErrors } from "./kecsError";

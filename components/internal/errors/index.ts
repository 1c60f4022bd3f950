export { CODES, type Code } from "./codes";
export { formatIssue, problem, type Issue } from "./issue";
export { KecsError, throwIfErrors } from "./kecsError";

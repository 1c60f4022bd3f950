"use strict";

/** Modules of Node that compute, and neither read nor change anything. */
const COMPUTING = "^(node:)?(crypto|net|path|util)$";

/* The two readings of the model of load balancers: what a request meets, and Traefik's objects. */
const EVALUATION = [
  "^core/lb/(evaluate|request)/",
  "^core/lb/conditions/(conditionEvaluator|evaluators)\\.ts$",
  "^core/lb/conditions/[^/]+/evaluate\\.ts$",
  "^core/lb/actions/(actionEvaluator|answer|evaluators)\\.ts$",
  "^core/lb/actions/[^/]+/(evaluate|location|targetRequest)\\.ts$",
];
const TRANSLATION = [
  "^core/lb/(translate|ruleLanguage|traefikObjects)/",
  "^core/lb/conditions/(conditionMatcher|matchers)\\.ts$",
  "^core/lb/conditions/[^/]+/match\\.ts$",
  "^core/lb/actions/(actionTranslator|translators)\\.ts$",
  "^core/lb/actions/[^/]+/(service|translate)\\.ts$",
];

/** What may import what; test/unit/boundaries.test.ts breaks each rule once. */
module.exports = {
  forbidden: [
    {
      name: "core-knows-core",
      comment: "What AWS knows, checks and does imports nothing of the project but itself.",
      severity: "error",
      from: { path: "^core/" },
      to: { path: "^(cluster|api|components|cli|lab|test|index\\.ts)" },
    },
    {
      name: "core-is-pure",
      comment: "Plain data and pure functions: no Pulumi, no file, no process, no network.",
      severity: "error",
      from: { path: "^core/" },
      to: { path: "@pulumi/" },
    },
    {
      name: "core-asks-nothing",
      severity: "error",
      from: { path: "^core/" },
      to: { dependencyTypes: ["core"], pathNot: COMPUTING },
    },
    {
      name: "cluster-knows-core",
      comment: "What asks or changes the machine does not know who wants it.",
      severity: "error",
      from: { path: "^cluster/" },
      to: { path: "^(api|components|cli|lab|test)/|@pulumi/" },
    },
    {
      name: "api-knows-core-and-cluster",
      comment: "AWS's API is a second way into the emulation, and knows nothing of the first.",
      severity: "error",
      from: { path: "^api/" },
      to: { path: "^(components|cli|lab|test)/|@pulumi/" },
    },
    {
      name: "wire-knows-no-operation",
      comment: "Protocols do not know what is asked by them.",
      severity: "error",
      from: { path: "^api/wire/" },
      to: { path: "^api/(operations|store|reconcile)/|^(core|cluster)/" },
    },
    {
      name: "operations-know-no-protocol",
      comment: "An operation is a function of its input and the instance; the SDK lends types.",
      severity: "error",
      from: { path: "^api/(operations|world)/" },
      to: { path: "^api/(wire|store|reconcile)/|^cluster/" },
    },
    {
      name: "operations-load-no-sdk",
      severity: "error",
      from: { path: "^api/(operations|world)/" },
      to: { path: "@aws-sdk/|@smithy/|@kubernetes/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "components-know-no-cli",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^(api|cli|lab|test)/" },
    },
    {
      name: "cli-knows-no-component",
      comment:
        "Of the components the command line knows the stack's settings and outputs, and types.",
      severity: "error",
      from: { path: "^cli/" },
      to: {
        path: "^components/",
        pathNot: "^components/stack/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "one-door-to-the-lab",
      severity: "error",
      from: { path: "^cli/", pathNot: "^cli/machine/lab\\.ts$" },
      to: { path: "^lab/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "lab-is-apart",
      comment: "The lab serves the product; it does not use it.",
      severity: "error",
      from: { path: "^lab/" },
      to: { path: "^(core|cluster|api|components|cli|test)/" },
    },
    {
      name: "evaluation-knows-no-translation",
      comment:
        "Neither reading knows the other, however far away, so that each can check the other.",
      severity: "error",
      from: { path: EVALUATION },
      to: { path: TRANSLATION, reachable: true },
    },
    {
      name: "translation-knows-no-evaluation",
      severity: "error",
      from: { path: TRANSLATION },
      to: { path: EVALUATION, reachable: true },
    },
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-circular-folders",
      scope: "folder",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      severity: "error",
      from: {
        orphan: true,
        pathNot: ["\\.d\\.ts$", "^index\\.ts$", "main\\.ts$", "^lab/plugins/"],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.test\\.ts$" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
  },
};

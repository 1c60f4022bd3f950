"use strict";

/** The borders of docs/adr/0001: what may import what. */
module.exports = {
  forbidden: [
    {
      name: "pure-core",
      comment: "Rules, plans and manifests are plain data to plain data: no Pulumi.",
      severity: "error",
      from: {
        path: "^components/(routing/|instance/ports/|certificate/authority/|listener/tls/|.*/(validate|manifests)\\.ts$|internal/(naming|arn|errors)/)",
      },
      to: { path: "@pulumi/" },
    },
    {
      name: "components-know-no-cli",
      severity: "error",
      from: { path: "^components" },
      to: { path: "^(cli|lab|test)/" },
    },
    {
      name: "lab-is-apart",
      comment: "The lab serves the product; it does not use it.",
      severity: "error",
      from: { path: "^lab" },
      to: { path: "^(cli|components|test)/" },
    },
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
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

"use strict";

// The runner is TypeScript and no part of the package: types are checked by `npm run check`.
process.env.TS_NODE_PROJECT = require("node:path").join(__dirname, "..", "tsconfig.pulumi.json");
require("ts-node/register");
require("../test/faults/main.ts");

"use strict";

// Runs cli/main.ts as it is, compiled while it is loaded: node kecsProgram.js <arguments>
const path = require("node:path");
const { transformFileSync } = require("@swc/core");

require.extensions[".ts"] = (module, file) => {
  const options = {
    jsc: { target: "es2022", parser: { syntax: "typescript" } },
    module: { type: "commonjs" },
    swcrc: false,
  };
  module._compile(transformFileSync(file, options).code, file);
};

process.argv.splice(1, 1, path.join(__dirname, "..", "..", "cli", "main.ts"));
require(process.argv[1]);

"use strict";

const js = require("@eslint/js");
const { globalIgnores, defineConfig } = require("eslint/config");
const prettier = require("eslint-config-prettier");
const tseslint = require("typescript-eslint");

module.exports = defineConfig(
  globalIgnores(["dist", "coverage", "docs/reference", "node_modules"]),
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: __dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // A component is registered by its constructor; its instance is often not needed.
      "no-new": "off",
      // A parameter that only names the result is how a typed look-up is written.
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      // Arguments of a component are its plain values as Inputs.
      "@typescript-eslint/no-empty-object-type": [
        "error",
        { allowInterfaces: "with-single-extends" },
      ],
      "no-console": "error",
      eqeqeq: ["error", "always"],
      "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ["{core,cluster,api,components,cli}/**/*.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        {
          object: "JSON",
          property: "parse",
          message: "Its errors quote the text, secrets included: use parseJson.",
        },
      ],
    },
  },
  {
    files: ["cli/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          name: "yaml",
          importNames: ["parse"],
          message: "Its errors quote the text, secrets included: use readYaml.",
        },
      ],
    },
  },
  {
    files: ["cli/ui/**/*.ts", "lab/ui/**/*.ts"],
    rules: { "no-console": "off" },
  },
  {
    files: ["**/*.js", "**/*.cjs"],
    languageOptions: {
      sourceType: "commonjs",
      globals: {
        require: "readonly",
        module: "writable",
        __dirname: "readonly",
        process: "readonly",
        console: "readonly",
        URL: "readonly",
        setTimeout: "readonly",
      },
    },
  },
  prettier,
);

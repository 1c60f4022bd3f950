"use strict";

const shared = {
  rootDir: __dirname,
  testEnvironment: "node",
  transform: {
    "^.+\\.ts$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }],
  },
  moduleFileExtensions: ["ts", "js", "json"],
  moduleNameMapper: { "^kecs$": "<rootDir>/components/index.ts" },
  modulePathIgnorePatterns: ["<rootDir>/dist/"],
};

module.exports = {
  projects: [
    {
      ...shared,
      displayName: "unit",
      testEnvironment: "<rootDir>/test/helpers/environment.ts",
      moduleNameMapper: {
        ...shared.moduleNameMapper,
        "^(typescript|@npmcli/arborist)$": "<rootDir>/test/helpers/notLoaded.ts",
      },
      testMatch: ["<rootDir>/test/unit/**/*.test.ts"],
      globalSetup: "<rootDir>/test/helpers/ownDataHome.ts",
      globalTeardown: "<rootDir>/test/helpers/ownDataHomeAway.ts",
      setupFilesAfterEnv: ["<rootDir>/test/helpers/patience.ts"],
    },
    {
      ...shared,
      displayName: "e2e",
      testMatch: ["<rootDir>/test/e2e/**/*.test.ts"],
      globalSetup: "<rootDir>/test/e2e/support/setup.ts",
      globalTeardown: "<rootDir>/test/e2e/support/teardown.ts",
      setupFilesAfterEnv: ["<rootDir>/test/e2e/support/patience.ts"],
    },
  ],
};

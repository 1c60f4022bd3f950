/** All stand-ins behind one file: the first argument is the folder of the one to run. */
const plugins: Readonly<Record<string, () => Promise<unknown>>> = {
  command: () => import("./command/main.js"),
  docker: () => import("./docker/main.js"),
  kubernetes: () => import("./kubernetes/main.js"),
  languageNodejs: () => import("./languageNodejs/main.js"),
};

// Each of them reads the engine's arguments from there.
const [folder = ""] = process.argv.splice(2, 1);
const run = plugins[folder];
if (run === undefined) throw new Error(`"${folder}" is no plugin of the lab`);
void run();

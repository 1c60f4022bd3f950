/**
 * In the place of packages that take most of the time in which Pulumi is loaded, and that it needs
 * only to write functions of a program down, which no component does: whatever uses one is told.
 */
const notLoaded: unknown = new Proxy(
  {},
  {
    get(_, name) {
      // Whether it is an ES module is asked by whoever imports it.
      if (name === "__esModule") return true;
      throw new Error(`${String(name)} is of a package that unit tests do not load`);
    },
  },
);

module.exports = notLoaded;

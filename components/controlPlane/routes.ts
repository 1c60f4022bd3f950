import type * as pulumi from "@pulumi/pulumi";
import { controlPlane } from "./controlPlane";

/** Notes a route of Traefik, for requests or for connections. */
export function registerRoute(route: pulumi.Resource): void {
  controlPlane().routes.push(route);
}

/** Every one that the program has registered up to now. */
export function routesOfProgram(): readonly pulumi.Resource[] {
  return controlPlane().routes;
}

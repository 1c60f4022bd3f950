import type * as pulumi from "@pulumi/pulumi";
import { controlPlane } from "./controlPlane";

/** Notes an IngressRoute. */
export function registerRoute(route: pulumi.Resource): void {
  controlPlane().routes.push(route);
}

/** Every IngressRoute that the program has registered up to now. */
export function routesOfProgram(): readonly pulumi.Resource[] {
  return controlPlane().routes;
}

import { KecsStack } from "kecs";

// Run in another project: where does the load balancer of the stack "dev" answer?
const myapp = KecsStack.reference("organization/kecs/dev");

export const url = myapp.urls.apply((urls) => urls["myapp-alb:80"]);
export const hosts = myapp.albs.apply((albs) => albs["myapp-alb"]?.hosts);

import type { Check } from "../check";
import { authority } from "./authority";
import { cgroups } from "./cgroups";
import { clock } from "./clock";
import { disk } from "./disk";
import { docker } from "./docker";
import { folders } from "./folders";
import { inotify } from "./inotify";
import { instances } from "./instances";
import { k3d } from "./k3d";
import { memory } from "./memory";
import { names } from "./names";
import { node } from "./node";
import { ports } from "./ports";
import { proxies } from "./proxies";
import { pulumi } from "./pulumi";
import { state } from "./state";

/** Every check, in the order in which they explain each other: one that another needs comes before it. */
export const CHECKS: readonly Check[] = [
  node,
  docker,
  k3d,
  pulumi,
  proxies,
  memory,
  disk,
  inotify,
  cgroups,
  names,
  clock,
  ports,
  folders,
  state,
  instances,
  authority,
];

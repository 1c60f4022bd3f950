import type { Command } from "../command";
import { api } from "./api";
import { destroy } from "./destroy";
import { doctor } from "./doctor";
import { env } from "./env";
import { exec } from "./exec";
import { explain } from "./explain";
import { list } from "./list";
import { logs } from "./logs";
import { prune } from "./prune";
import { ps } from "./ps";
import { run } from "./run";
import { sleep } from "./sleep";
import { start } from "./start";
import { status } from "./status";
import { stop } from "./stop";
import { trust } from "./trust";
import { urls } from "./urls";
import { wake } from "./wake";

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  start,
  status,
  list,
  doctor,
  urls,
  explain,
  ps,
  logs,
  exec,
  run,
  sleep,
  wake,
  stop,
  env,
  api,
  trust,
  destroy,
  prune,
];

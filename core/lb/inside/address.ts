import { digest } from "../../naming";

/**
 * The addresses of load balancers inside of an instance: the upper half of the cluster's network of
 * pods, of which no node gets a part before there are 128 of them.
 */
export const INSIDE_ADDRESSES = "10.42.128.0/17";
const BLOCKS = 128;
/** Without the first and the last of a block. */
const IN_A_BLOCK = 254;

/**
 * The address of a load balancer, made of its name, so that every program and the API know it alike.
 * Two that happen to have the same one still answer by their hosts; only ports that `localPort`
 * leads to different entry points would meet.
 */
export function insideAddress(loadBalancer: string): string {
  const number = Number.parseInt(digest(`inside/${loadBalancer}`, 8), 16);
  const block = Math.floor(number / IN_A_BLOCK) % BLOCKS;
  return `10.42.${BLOCKS + block}.${1 + (number % IN_A_BLOCK)}`;
}

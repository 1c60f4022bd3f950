/** What Traefik says where no route leads: https://doc.traefik.io/traefik/getting-started/faq/ */
const NO_ROUTE = "404 page not found";

/** Whether an answer is Traefik's own 404: it has no route for the host, or not yet. */
export function isUnrouted(status: number, body: string): boolean {
  return status === 404 && body.trim() === NO_ROUTE;
}

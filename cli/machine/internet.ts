const SITES = ["https://get.pulumi.com/", "https://github.com/"];
const TIMEOUT_MS = 3_000;

/** Whether this machine can download programs: both sites answer, and do not refuse. */
export async function internetAnswers(fetcher: typeof fetch = fetch): Promise<boolean> {
  const answers = await Promise.all(
    SITES.map(async (site) => {
      try {
        const { status } = await fetcher(site, {
          method: "HEAD",
          redirect: "manual",
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        return status < 400;
      } catch {
        return false;
      }
    }),
  );
  return answers.every(Boolean);
}

/** Whom a container runs as, by number: `uid[:gid]`, where `root` is 0; undefined for a name. */
export function userOf(text: string): { readonly uid: number; readonly gid?: number } | undefined {
  const [user = "", group, ...more] = text.split(":");
  const uid = idOf(user);
  if (uid === undefined || more.length > 0) return undefined;
  if (group === undefined) return { uid };
  const gid = idOf(group);
  return gid === undefined ? undefined : { uid, gid };
}

function idOf(text: string): number | undefined {
  if (text === "root") return 0;
  return /^\d{1,10}$/.test(text) && Number(text) < 2 ** 31 ? Number(text) : undefined;
}

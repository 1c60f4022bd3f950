import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** When the newest file of a folder of programs was written: another build is another program. */
export async function codeStamp(folder: string): Promise<string> {
  const files = await readdir(join(folder, "dist"), { recursive: true });
  const times = await Promise.all(
    files
      .filter((file) => file.endsWith(".js"))
      .map(async (file) => (await stat(join(folder, "dist", file))).mtimeMs),
  );
  return new Date(Math.max(0, ...times)).toISOString();
}

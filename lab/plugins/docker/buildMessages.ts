import { traceLines } from "./buildTrace";

/** One message of the stream by which the daemon answers a build. */
interface Message {
  readonly id?: string;
  readonly stream?: string;
  readonly status?: string;
  readonly aux?: unknown;
  readonly errorDetail?: { readonly message?: string };
}

/** Follows a build: passes on its progress, and keeps the built image's id. */
export class BuildMessages {
  #id: string | undefined;

  constructor(private readonly progress: (line: string) => void) {}

  add(line: string): void {
    if (line.trim() === "") return;
    const message = JSON.parse(line) as Message;
    if (message.errorDetail !== undefined) {
      throw new Error(`error reading build output: ${message.errorDetail.message ?? ""}`);
    }
    if (message.id === "moby.buildkit.trace") {
      for (const each of traceLines(String(message.aux))) this.progress(each);
      return;
    }
    const { ID: id } = (message.aux ?? {}) as { readonly ID?: string };
    if (id !== undefined) {
      this.#id = id;
      this.progress(`Built image with ID ${id}`);
    }
    const said = (message.stream ?? message.status ?? "").trim();
    if (said !== "") this.progress(said);
  }

  /** The id of the built image, at the end of the stream. */
  id(): string {
    if (this.#id === undefined) throw new Error("no image id found in build output");
    return this.#id;
  }
}

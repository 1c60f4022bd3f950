import { StringDecoder } from "node:string_decoder";

/** The real provider hangs on a longer line that is to be logged. */
const longestLineBytes = 64 * 1024;

/** Cuts a stream of bytes into lines. */
export class LineSplitter {
  readonly #decoder = new StringDecoder("utf8");
  #rest = "";
  #warned = false;

  constructor(private readonly onLine: (line: string) => void) {}

  add(data: Buffer): void {
    const lines = (this.#rest + this.#decoder.write(data)).split("\n");
    this.#rest = lines.pop() ?? "";
    for (const line of lines) this.#pass(line);
  }

  /** Passes on what follows the last newline. */
  end(): void {
    if (this.#rest !== "") this.#pass(this.#rest);
    this.#rest = "";
  }

  #pass(line: string): void {
    if (Buffer.byteLength(line) < longestLineBytes) {
      this.onLine(line.endsWith("\r") ? line.slice(0, -1) : line);
    } else if (!this.#warned) {
      this.#warned = true;
      this.onLine(
        "KECS's lab stand-in: a line of 64 KiB or more was not logged; " +
          'the real command provider would hang here, set `logging: "none"`',
      );
    }
  }
}

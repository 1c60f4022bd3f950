import { StringDecoder } from "node:string_decoder";

/**
 * Cuts a stream of bytes into lines at line feeds alone: a carriage return or a line separator of
 * Unicode is a part of what a program wrote.
 */
export class LineSplitter {
  private readonly decoder = new StringDecoder("utf8");
  private rest = "";

  constructor(private readonly onLine: (line: string) => void) {}

  add(data: Buffer): void {
    const lines = (this.rest + this.decoder.write(data)).split("\n");
    this.rest = lines.pop() ?? "";
    for (const line of lines) this.onLine(line);
  }

  /** Hands on what follows the last line feed. */
  end(): void {
    const last = this.rest + this.decoder.end();
    this.rest = "";
    if (last !== "") this.onLine(last);
  }
}

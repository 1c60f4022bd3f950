import type { EngineLog } from "../../shared/engineLog";

/** What is said about a resource while it is waited for; nothing twice in a row. */
export class StatusLine {
  readonly #said = new Set<string>();
  #lastInfo = "";

  constructor(
    private readonly log: EngineLog,
    private readonly urn: string,
  ) {}

  say(severity: "info" | "warning", message: string): void {
    if (severity === "info") {
      if (message === this.#lastInfo) return;
      this.#lastInfo = message;
    } else {
      if (this.#said.has(message)) return;
      this.#said.add(message);
    }
    this.log.status(severity, this.urn, message);
  }

  clear(): void {
    this.log.status("info", this.urn, "");
  }
}

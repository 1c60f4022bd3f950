/** An operation's output without what only a client knows of the answer. */
export type OutputOf<Output> = Omit<Output, "$metadata">;

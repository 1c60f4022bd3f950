import { distance } from "fastest-levenshtein";

/** The candidate that is at most `most` typing mistakes away from a word, or undefined. */
export function closest(word: string, candidates: readonly string[], most = 3): string | undefined {
  const ranked = candidates
    .map((candidate) => ({
      candidate,
      mistakes: distance(word.toLowerCase(), candidate.toLowerCase()),
    }))
    .sort((a, b) => a.mistakes - b.mistakes);
  const [best] = ranked;
  return best !== undefined && best.mistakes <= most ? best.candidate : undefined;
}

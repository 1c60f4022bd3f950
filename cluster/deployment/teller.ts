/** How often the same progress is shown again. */
const TELL_MS = 5000;

/** Tells what is new at once, and what is not from time to time. */
export function teller(tell: (text: string) => void): (text: string) => void {
  let last = "";
  let since = 0;
  return (text) => {
    if (text === last && Date.now() - since < TELL_MS) return;
    last = text;
    since = Date.now();
    tell(text);
  };
}

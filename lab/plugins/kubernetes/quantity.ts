const nano = 10n ** 9n;

/** What each suffix stands for, in billionths, the largest first. */
const decimalSuffixes: readonly (readonly [string, bigint])[] = [
  ["E", 10n ** 18n * nano],
  ["P", 10n ** 15n * nano],
  ["T", 10n ** 12n * nano],
  ["G", 10n ** 9n * nano],
  ["M", 10n ** 6n * nano],
  ["k", 10n ** 3n * nano],
  ["", nano],
  ["m", 10n ** 6n],
  ["u", 10n ** 3n],
  ["n", 1n],
];
const binarySuffixes = ["Ei", "Pi", "Ti", "Gi", "Mi", "Ki"].map(
  (suffix, index) => [suffix, 1024n ** BigInt(6 - index) * nano] as const,
);
const factors = new Map([...decimalSuffixes, ...binarySuffixes]);

function inBillionths(digits: string, factor: bigint): bigint {
  const [whole = "", fraction = ""] = digits.replace(/^[+-]/, "").split(".");
  const scale = 10n ** BigInt(fraction.length);
  const scaled = BigInt(`${whole}${fraction}` || "0") * factor;
  // Smaller parts than a billionth are rounded up.
  const amount = (scaled + scale - 1n) / scale;
  return digits.startsWith("-") ? -amount : amount;
}

/**
 * A quantity such as "0.5" or "1024Mi" as the API server writes it: "500m", "1Gi". Anything else,
 * and the notation with exponents, stays as it is.
 */
export function canonicalQuantity(quantity: string | number): string | number {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))([KMGTPE]i|[numkMGTPE]?)$/.exec(String(quantity));
  const [, digits = "", suffix = ""] = match ?? [];
  const factor = factors.get(suffix);
  if (match === null || factor === undefined) return quantity;
  const amount = inBillionths(digits, factor);
  if (amount === 0n) return "0";
  const size = amount < 0n ? -amount : amount;
  const binary = suffix.endsWith("i") && size >= 1024n * nano;
  for (const [name, unit] of binary ? binarySuffixes : decimalSuffixes) {
    if (amount % unit === 0n) return `${amount / unit}${name}`;
  }
  return binary ? String((amount + nano - 1n) / nano) : quantity;
}

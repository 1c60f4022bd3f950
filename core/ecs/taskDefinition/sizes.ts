const CPU = /^\s*(\d+(?:\.\d+)?|\.\d+)\s*(vcpu)?\s*$/i;
const MEMORY = /^\s*(\d+(?:\.\d+)?|\.\d+)\s*(gb)?\s*$/i;

/** CPU units of a text such as `"256"` or `"0.25 vCPU"`; undefined where it is none. */
export function cpuUnits(text: string): number | undefined {
  return whole(CPU, text, 1024);
}

/** MiB of a text such as `"512"` or `"0.5 GB"`; undefined where it is none. */
export function memoryMiB(text: string): number | undefined {
  return whole(MEMORY, text, 1024);
}

function whole(form: RegExp, text: string, perUnit: number): number | undefined {
  const [, digits, unit] = form.exec(text) ?? [];
  const number = Number(digits) * (unit === undefined ? 1 : perUnit);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}

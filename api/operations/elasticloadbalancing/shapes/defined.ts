/** What is given of a shape: a field that is undefined is none. */
export type Defined<T> = {
  readonly [Field in keyof T as undefined extends T[Field] ? never : Field]: T[Field];
} & {
  readonly [Field in keyof T as undefined extends T[Field] ? Field : never]?: Exclude<
    T[Field],
    undefined
  >;
};

/** The fields of a shape that are not undefined. */
export function defined<T extends object>(shape: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(shape).filter(([, value]) => value !== undefined),
  ) as Defined<T>;
}

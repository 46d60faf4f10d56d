/** `true satisfies Same<Row, Entity>`: a column and a field that differ stop the build. */
export type Same<A, B> = [A, B] extends [B, A]
  ? true
  : { table: Exclude<keyof A, keyof B>; entity: Exclude<keyof B, keyof A> }

/** Work that never ends by itself. */
export function endless(): never {
  for (;;);
}

/** What the HTTP edge hands to every loader and action. */
export type Edge = {
  nonce: string
  report: (error: unknown) => void
}

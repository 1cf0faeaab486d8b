const home = globalThis as { portalRunner?: () => void }
/** Whoever does the work here registers how to be woken; without anybody, nothing happens until somebody looks. */
export const onWake = (look: (() => void) | undefined): void => {
  home.portalRunner = look
}
/** Lets what was just queued begin at once rather than at the next look. False when nobody here does the work. */
export function wakeRunner(): boolean {
  home.portalRunner?.()
  return home.portalRunner !== undefined
}

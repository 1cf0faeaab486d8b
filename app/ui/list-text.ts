/** Made once: a format costs more to make than a page of lists to write. */
const list = new Intl.ListFormat('en-US')

/** "7", "7 and 8", "7, 8, and 9". */
export const listText = (items: string[]): string => list.format(items)

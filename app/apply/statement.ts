/** How many words a text has. */
export const wordsIn = (text: string) => text.trim().split(/\s+/).filter(Boolean).length

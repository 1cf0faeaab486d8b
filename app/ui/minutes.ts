/** How long a few minutes are, in words: "1 minute", "10 minutes". */
export const minutesText = (minutes: number): string => (minutes === 1 ? '1 minute' : `${minutes} minutes`)

export const themes = ['system', 'light', 'dark'] as const
/** The colors a person chose; system follows the device. */
export type Theme = (typeof themes)[number]

export const isTheme = (value: unknown): value is Theme => themes.includes(value as Theme)

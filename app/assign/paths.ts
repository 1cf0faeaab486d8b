type View = { place?: string | null; isWhole?: boolean }

const query = (entries: Record<string, string | null | undefined>) => {
  const given = Object.entries(entries).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return given.length ? `?${new URLSearchParams(given)}` : ''
}

/** The board of a year, as it is being looked at. */
export const boardPath = (year: string, { place, isWhole }: View = {}) =>
  `/board/${year}${query({ place, blocks: isWhole ? 'all' : null })}`

/** Where placing this student into this opening is posted to. */
export const placingPath = (year: string, { place, opening, isWhole }: View & { opening: string }) =>
  `/board/${year}/placements${query({ place, opening, blocks: isWhole ? 'all' : null })}`

/** Where a draft that was removed is put back. */
export const puttingBackPath = (placementId: string) => `/placements/${placementId}/removal/undo`

/** The program director's page for placing beyond the seats. */
export const overbookingPath = (year: string, { place, opening }: View & { opening: string }) =>
  `/board/${year}/overbooking${query({ place, opening })}`

/** Where a block that people hold places in is moved, to another first day once it is chosen. */
export const blockMovePath = (year: string, blockId: string, to?: string) =>
  `/board/${year}/blocks/${blockId}/move${query({ to })}`

/** Where it is cancelled. */
export const blockCancellationPath = (year: string, blockId: string) => `/board/${year}/blocks/${blockId}/cancellation`

/** Where its planned move or cancellation is undone. */
export const planRemovalPath = (year: string, blockId: string) => `/board/${year}/blocks/${blockId}/plan/removal`

/** The open proposal of a year, and where it is accepted or discarded. */
export const proposalPath = (year: string, step?: 'acceptance' | 'removal') =>
  `/board/${year}/proposal${step ? `/${step}` : ''}`

/** Where what one person placed at one moment is taken back as one. */
export const draftsRemovalPath = (year: string, at: number) => `/board/${year}/drafts/removal?at=${at}`

/** The moment that such a path names; one long ago when it names none. */
export const momentIn = (request: Request): Date => new Date(Number(new URL(request.url).searchParams.get('at')) || 0)

/** Where what one person published at one moment is taken back as one. */
export const retractionPath = (year: string, at: number) => `/board/${year}/retraction?at=${at}`

/** Where a list of students who come without applying is pasted. */
export const listPath = (year: string) => `/board/${year}/list`

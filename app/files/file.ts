import type { files } from '#db/schema/index'

export type StoredFile = typeof files.$inferSelect
/** What comes with a form: the name it had on the person's device, and its bytes. */
export type Upload = { name: string; bytes: Uint8Array }

const MB = 1024 * 1024
export const MOST_BYTES = 20 * MB
export const MOST_PIXELS = 50_000_000
export const MOST_PAGES = 100
/** For `<input type="file">`: a phone then offers its camera too. */
export const accepted = '.pdf,.jpg,.jpeg,.png,.heic,.heif,application/pdf,image/jpeg,image/png,image/heic'
export const acceptedHint = 'PDF, JPEG, PNG or HEIC, up to 20 MB'

/** Why a file is refused, each in one sentence that says what to do. */
export const fileRefusals = {
  none: 'Choose a file',
  empty: 'This file is empty. Choose another one.',
  large: 'This file is larger than 20 MB. Choose a smaller one.',
  type: 'This is not a PDF, JPEG, PNG or HEIC file. Choose one of these.',
  password: 'This PDF has a password. Save it without one and choose it again.',
  mixed: 'This PDF also holds a web page. Print it to a new PDF and choose that one.',
  pages: `This PDF has more than ${MOST_PAGES} pages. Choose a shorter one.`,
  pixels: 'This picture has more than 50 megapixels. Choose a smaller one.',
  broken: 'This file cannot be read. Save it again and choose it again.',
} as const
export type FileRefusal = keyof typeof fileRefusals

/** "PDF, 240 kB, 2 pages". */
export function fileFacts({ type, size, pages }: Pick<StoredFile, 'type' | 'size' | 'pages'>): string {
  const name = { 'application/pdf': 'PDF', 'image/jpeg': 'JPEG', 'image/png': 'PNG' }[type] ?? type
  const amount = size < MB ? `${Math.max(1, Math.round(size / 1024))} kB` : `${(size / MB).toFixed(1)} MB`
  return [name, amount, type === 'application/pdf' && `${pages} ${pages === 1 ? 'page' : 'pages'}`]
    .filter(Boolean)
    .join(', ')
}

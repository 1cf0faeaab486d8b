import type { StoredFile } from './file'
import { getFile, getPage } from './files.server'

/**
 * Answers with a stored file, for the loader that found it through its record: an attachment, or with `?page=1` the
 * picture of that page to show in place.
 */
export async function answerFile(request: Request, file: StoredFile): Promise<Response> {
  const page = new URL(request.url).searchParams.get('page')
  if (page === null) return new Response(new Uint8Array(await getFile(file)), { headers: attachmentOf(file) })
  const { bytes, type } = await getPage(file, Number(page))
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': type, 'Content-Disposition': 'inline' } })
}

const attachmentOf = ({ name, type }: StoredFile) => ({
  'Content-Type': type,
  'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escaped)}`,
})
const escaped = (char: string) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`

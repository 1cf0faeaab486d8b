import {
  type FileUpload,
  MaxFileSizeExceededError,
  MaxFilesExceededError,
  parseFormData,
} from '@remix-run/form-data-parser'
import { fileRefusals, MOST_BYTES, type Upload } from './file'

/** The edge's own limit is a little higher, so that the words beside a file slightly too large are still read. */
const READ_AT_MOST = MOST_BYTES + 1024 * 1024

/** What the empty part is called that a browser sends when no file was chosen. */
const NAMELESS = ['', 'file-upload']

/**
 * A form with a file in it, counted while it streams: its words, and the file under `name` where one was chosen.
 * Call it after finding out who asks. A file beyond the limit comes as a refusal.
 */
export async function readUpload(request: Request, name: string) {
  const found: { upload?: Upload; refusal?: string } = {}
  const keep = async (file: FileUpload) => {
    if (file.fieldName === name && (file.size || !NAMELESS.includes(file.name))) found.upload = await uploadOf(file)
  }
  const limits = { maxFiles: 1, maxFileSize: READ_AT_MOST, maxTotalSize: READ_AT_MOST + 1024 * 1024, maxParts: 50 }
  const form = await parseFormData(request, limits, keep).catch((error) => {
    if (!(error instanceof MaxFileSizeExceededError || error instanceof MaxFilesExceededError)) throw error
    found.refusal = fileRefusals.large
    return new FormData()
  })
  return { form, ...found }
}

const uploadOf = async (file: FileUpload): Promise<Upload> => ({ name: file.name, bytes: await file.bytes() })

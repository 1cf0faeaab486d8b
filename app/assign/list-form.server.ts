import { z } from 'zod'
import { rowsOf } from '#app/files/table.server'
import { readForm } from '#app/workflow/form.server'

const MOST_BYTES = 1_000_000

const schema = z.object({ list: z.string('Paste the list, or choose a file') }).superRefine(({ list }, context) => {
  const message = flawOf(list)
  if (message) context.addIssue({ code: 'custom', path: ['list'], message })
})

function flawOf(list: string): string | null {
  if (list.length > MOST_BYTES) return 'This list is over 1 MB. Enter it in parts'
  if (list.includes('\u0000')) return 'This file holds no text. Save the list as CSV, then choose it again'
  try {
    rowsOf(list)
    return null
  } catch (error) {
    return (error as Error).message
  }
}

/** The list that was pasted or, where a file was chosen, what the file says; or the reply to return. */
export async function readList(request: Request) {
  const form = await request.formData()
  const file = form.get('file')
  form.delete('file')
  if (file instanceof File && file.size > 0) form.set('list', await file.text())
  return readForm(form, schema)
}

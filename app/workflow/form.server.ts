import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import type { z } from 'zod'

/**
 * What was typed, judged by the schema: `{ value }`, or `{ reply }` to return at once: 422 with every word and error,
 * or 200 when a list button (add, remove, reorder) was pressed and no command may run.
 */
export async function readForm<S extends z.ZodType>(sent: Request | FormData, schema: S) {
  const form = sent instanceof FormData ? sent : await sent.formData()
  const submission = parseWithZod(form, { schema })
  if (submission.status === 'success') {
    return { form, submission, value: submission.value as z.output<S>, reply: undefined }
  }
  const status = submission.status === 'error' ? 422 : 200
  return { form, submission, value: undefined, reply: data({ result: submission.reply() }, { status }) }
}

type Errors = { fieldErrors?: Record<string, string[]>; formErrors?: string[] }
type Refusable = { reply: (options: Errors) => SubmissionResult<string[]> }

/** The form again with everything typed, and under one field what only the command could know; 422. */
export function refuseField(submission: Refusable, field: string, sentence: string) {
  return data({ result: submission.reply({ fieldErrors: { [field]: [sentence] } }) }, { status: 422 })
}

/** The form again with everything typed, and above it why the command refused (409); undefined once it was done. */
export async function refusalIn(submission: Refusable, command: Promise<unknown>) {
  try {
    await command
  } catch (problem) {
    if (!(problem instanceof Response) || problem.status !== 409) throw problem
    return data({ result: submission.reply({ formErrors: [await problem.text()] }) }, { status: 409 })
  }
}

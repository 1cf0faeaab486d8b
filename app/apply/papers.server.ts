import { data } from '@remix-run/node'
import { fileFacts, fileRefusals, type Upload } from '#app/files/file'
import { keepBytes, type NewFile } from '#app/files/files.server'
import { programNow } from '#app/workflow/clock.server'
import { dayAt } from '#app/workflow/day.server'
import { readForm } from '#app/workflow/form.server'
import { notFound } from '#app/workflow/refusal'
import type { Person } from '#db/schema/people/actors'
import { isOpenToStudent } from './application'
import { documentTags } from './document'
import { documentForm, typedDocument } from './document-form.server'
import { handIn } from './documents.server'
import { judgedOf } from './judged.server'
import { type ApplicationRecord, readMyRecord } from './records.server'
import { dateLabel, takesFile } from './requirement'

/** One requirement of my application that a file is handed in for, and what there is of it. 404 for any other. */
export async function findPaper(me: Person, id: string, key: string, now: Date) {
  const it = await readMyRecord(me, id)
  const blocks = it.placement ? [it.placement.block] : undefined
  const judged = [...judgedOf(it, 'to apply', now), ...judgedOf(it, 'to start', now, blocks)]
  const found = judged.find(({ requirement }) => requirement.key === key && takesFile(requirement))
  if (!found) throw notFound()
  const { requirement, verdict, document: row } = found
  return { id, requirement, verdict, ...shown(row), mayReplace: mayReplace(it, found) }
}
export type Paper = Awaited<ReturnType<typeof findPaper>>

function mayReplace({ application }: ApplicationRecord, { requirement, document: row }: Judged): boolean {
  if (isOpenToStudent(application.status)) return true
  if (application.status === 'withdrawn' || application.status === 'not offered') return false
  return requirement.phase === 'to start' || ['problem', 'expired'].includes(row?.document.status ?? '')
}
type Judged = ReturnType<typeof judgedOf>[number]

function shown(row: Judged['document']) {
  const document = row?.document
  const file = row?.file ? { name: row.file.name, facts: fileFacts(row.file), pages: row.file.pages } : null
  const state = document && { tag: documentTags[document.status], problem: document.problem, at: document.handedInAt }
  return { file, state: state ?? null, hasDocument: document !== undefined, typed: typedDocument(document) }
}

type Sent = { form: FormData; upload?: Upload; refusal?: string }

/**
 * Takes what was sent for a paper: a good file is kept even when the words beside it are refused, since a refused page
 * cannot fill it in again. Returns the reply to show, or nothing when all of it was handed in.
 */
export async function receivePaper(me: Person, paper: Paper, sent: Sent, now: Date = programNow()) {
  const { id, requirement } = paper
  const words = await readForm(sent.form, documentForm(requirement, dayAt(now)))
  const isDeclined = words.value?.answers?.declined === 'yes'
  const { refusal, file } = await received(me, paper, sent, isDeclined, now)
  if (!refusal && (words.value || file)) await handIn(me, id, requirement.key, { ...words.value, file }, now)
  if (!refusal && words.value) return undefined
  const fieldErrors = refusal ? { file: [refusal] } : undefined
  return data({ result: words.submission.reply({ fieldErrors }) }, { status: 422 })
}

type Received = { refusal?: string; file?: NewFile }

async function received(me: Person, paper: Paper, sent: Sent, isDeclined: boolean, now: Date): Promise<Received> {
  if (sent.refusal) return { refusal: sent.refusal }
  if (sent.upload) return keepBytes(me, sent.upload, now)
  return paper.file || isDeclined ? {} : { refusal: fileRefusals.none }
}

/** What the date beside the file is called, and whether the flu dose may be declined. */
export const askedBeside = ({ requirement }: Paper) => ({
  date: dateLabel(requirement) ?? null,
  mayDecline: requirement.rule.kind === 'flu-season',
})

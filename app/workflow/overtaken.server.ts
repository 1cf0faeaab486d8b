import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import type { z } from 'zod'
import { instantText } from '#app/ui/time'
import { type Change, changeText } from './change'
import { conflict } from './refusal'

export type Since = { by: string; at: Date; changes: Change[]; version: number }

/** Why a command stored nothing: what others changed meanwhile, or a sentence under each field that cannot be so. */
export type Refused = { since: Since } | { fields: Record<string, string>; status?: 409 | 422 }

type Read<S extends z.ZodType> = { form: FormData; schema: S }

/**
 * The form again with every word of its sender. Overtaken (409): fields that the sender left alone take the newer
 * value, those both changed say so, and the form's version is the new one, so that saving again is a decision.
 * Otherwise 422 with a sentence under each field.
 */
export function refuseForm<S extends z.ZodType>({ form, schema }: Read<S>, refused: Refused) {
  if ('fields' in refused) return reply(form, schema, refused.fields, [], refused.status ?? 422)
  const { by, at, changes, version } = refused.since
  const fields: Record<string, string> = {}
  for (const change of netOf(changes)) {
    const typed = typedIn(form, change)
    if (typed === (change.from ?? '')) typeIn(form, change.name, change)
    else if (typed !== (change.to ?? '')) fields[change.name] = theirs(by, change)
  }
  form.set('version', String(version))
  return reply(form, schema, fields, [overtaken(by, at, changes)], 409)
}

const isFlag = ({ from, to }: Change) => [from, to].every((value) => value === 'yes' || value === 'no')
const dateParts = (name: string) => ['year', 'month', 'day'].map((part) => `${name}.${part}`)

/** What stands in a field, as a change says it: a box as yes or no, three fields of a date as one. */
function typedIn(form: FormData, change: Named): string {
  if (isFlag(change)) return form.has(change.name) ? 'yes' : 'no'
  const date = dateParts(change.name).map((part) => String(form.get(part) ?? ''))
  if (date.some(Boolean)) return date.map((part) => part.padStart(2, '0')).join('-')
  return String(form.get(change.name) ?? '').replaceAll('\r\n', '\n')
}

/** Puts the newer value where its sender had not touched the field. */
function typeIn(form: FormData, name: string, change: Named): void {
  if (isFlag(change)) form.delete(name)
  if (change.to === 'yes' && isFlag(change)) form.set(name, 'on')
  if (isFlag(change)) return
  const isDate = dateParts(name).some((part) => form.has(part))
  if (!isDate) form.set(name, change.to ?? '')
  if (!isDate) return
  const parts = (change.to ?? '--').split('-')
  for (const [at, part] of dateParts(name).entries()) form.set(part, parts[at].replace(/^0/, ''))
}

const theirs = (by: string, { label, to }: Change) =>
  `${label}: ${by} set this to ${to ?? 'nothing'} meanwhile. Save again to put yours in its place`

const overtaken = (by: string, at: Date, changes: Change[]) =>
  `${by} changed this on ${instantText(at)}, while you had it open: ${changes.map(changeText).join('; ')}. ` +
  'Nothing of yours is saved yet. Look over what stands here now, then save again'

type Named = Change & { name: string }

/** The first value and the last of each field that changed more than once. */
function netOf(changes: Change[]): Named[] {
  const net = new Map<string, Named>()
  for (const change of changes) {
    if (!change.name) continue
    net.set(change.name, { ...change, name: change.name, from: (net.get(change.name) ?? change).from })
  }
  return [...net.values()]
}

function reply(form: FormData, schema: z.ZodType, fields: Record<string, string>, whole: string[], status: number) {
  const submission = parseWithZod(form, { schema })
  const fieldErrors = Object.fromEntries(Object.entries(fields).map(([name, sentence]) => [name, [sentence]]))
  return data({ result: submission.reply({ fieldErrors, formErrors: whole }) }, { status })
}

/** Throws 409 with why a command stored nothing, where there is no form to show it in. */
export function insistDone(refused: Refused | undefined): void {
  if (!refused) return
  if ('fields' in refused) throw conflict(`${Object.values(refused.fields).join('. ')}.`)
  const { by, changes } = refused.since
  throw conflict(`${by} changed this since: ${changes.map(changeText).join('; ')}. Look at it again first.`)
}

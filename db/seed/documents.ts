import { acceptDocument, refuseDocument } from '#app/apply/document-checks.server'
import { handIn } from '#app/apply/documents.server'
import type { NewFile } from '#app/files/files.server'
import { addDays } from '#app/workflow/day.server'
import { application } from './applications'
import { cast, idOf, type Member, staff } from './cast'
import { on, workday } from './history'
import { type Life, lives, type Place } from './lives'
import { blockOf, placed } from './placements'
import { toApply, toStart } from './requirements'
import type { Moment } from './story'

/** What an invented paper says, for the file that is drawn of it. */
export type Paper = { key: string; name: string; who: Member; on: string | null; school: string; handedInAt: Date }

const checkers: Record<string, Member> = Object.fromEntries(
  [...toApply, ...toStart].map(({ key, isHealth }) => [key, isHealth ? staff.calloway : staff.whitlock]),
)
const nameOf = Object.fromEntries([...toApply, ...toStart].map(({ key, name }) => [key, name]))

const document = (who: string, key: string) => idOf(`document ${who} ${key}`)
export const fileOf = (who: string, key: string) => idOf(`file ${who} ${key}`)
type HandIn = { life: Life; key: string; datedOn: string | null; at: Date; checkedAt?: Date | null; problem?: string }

/** Documents sent and not looked at yet. */
const unchecked: Record<string, string[]> = {
  romero: ['transcript'],
  winters: ['immunization-form'],
  seo: ['cv', 'transcript', 'immunization-form'],
  lindgren: ['transcript'],
  patel: ['cv', 'transcript', 'immunization-form'],
}
const problems: Record<string, [key: string, problem: string]> = {
  stone: [
    'transcript',
    'This is not the official transcript: it has no registrar’s signature. Upload the official one.',
  ],
  bernard: [
    'immunization-form',
    'The hepatitis B titer and the signature are missing. Fill them in and upload it again.',
  ],
}
const transcriptDates: Record<string, string> = { park: '2026-03-02', romero: '2026-10-30' }
const handedIn: Record<string, string[]> = { delgado: ['cv'], cho: [], park: ['cv', 'transcript', 'immunization-form'] }

function applied(life: Life): HandIn[] {
  const keys = handedIn[life.who] ?? ['cv', 'transcript', 'immunization-form']
  return keys.map((key) => {
    const at = on(addDays(life.startedOn, 2), '16:30')
    const isOpen = !life.sentOn || unchecked[life.who]?.includes(key)
    const [wrong, problem] = problems[life.who] ?? []
    const checkedAt = isOpen ? null : on(workday(addDays(life.sentOn as string, 3)), '09:20')
    const datedOn = key === 'transcript' ? (transcriptDates[life.who] ?? addDays(life.startedOn, -21)) : null
    return { life, key, datedOn, at, checkedAt, problem: wrong === key ? problem : undefined }
  })
}

/** Days before the first day on which each dated paper was issued. */
export const issuedBefore: Record<string, number> = {
  tdap: 1460,
  tb: 62,
  influenza: 0,
  n95: 100,
  bls: 300,
  'background-check': 70,
  'drug-screen': 74,
  hipaa: 80,
  bloodborne: 80,
  radiation: 78,
}
export const until: Record<string, string> = { malpractice: '2027-06-30', insurance: '2027-06-30' }
/** Students who start with papers open: what is missing, what waits to be checked. */
const open: Record<string, { missing: string[]; received: string[]; problem?: [string, string] }> = {
  adeyemi: { missing: [], received: ['bls'] },
  fontaine: {
    missing: ['background-check'],
    received: ['malpractice'],
    problem: ['n95', 'The fit test shows no mask size. Upload the full record.'],
  },
  diallo: { missing: ['tb', 'n95'], received: [] },
}

/** Whether days meet November 1 to March 31 of the academic year that began then. */
export const needsFlu = (firstOn: string, lastOn: string, from = 2026) =>
  lastOn >= `${from}-11-01` && firstOn <= `${from + 1}-03-31`

/** The last paper to be accepted confirms the place. */
const confirms = (paper: HandIn): HandIn => ({
  ...paper,
  checkedAt: on(workday((paper.life.place as Place).confirmedOn as string), '14:10'),
})

/** Papers to start, of everybody who was offered a place and goes on. */
const started: HandIn[] = placed
  .filter(
    ({ who, place }) => ['accepted', 'confirmed', 'completed', 'withdrawn'].includes(place.end) || who === 'diallo',
  )
  .flatMap((life) => {
    const { firstOn, lastOn } = blockOf(life)
    const lacks = open[life.who] ?? { missing: [], received: [] }
    const limit = life.place.confirmedOn ?? '2026-11-23'
    return toStart
      .filter(({ key }) => key !== 'agreement' && !lacks.missing.includes(key))
      .filter(({ key }) => key !== 'influenza' || needsFlu(firstOn, lastOn))
      .map(({ key }, at) => {
        const day = addDays(limit, -6 + (at % 4))
        const issued = issuedBefore[key] === undefined ? null : addDays(firstOn, -issuedBefore[key])
        const datedOn = until[key] ?? (key === 'influenza' ? '2026-10-07' : issued)
        const [wrong, problem] = lacks.problem ?? []
        const checkedAt = lacks.received.includes(key) ? null : on(workday(addDays(limit, -2)), `13:${10 + at}`)
        return {
          life,
          key,
          datedOn: datedOn && datedOn > day && !until[key] ? day : datedOn,
          at: on(day, '19:15'),
          checkedAt,
          problem: wrong === key ? problem : undefined,
        }
      })
      .map((paper, at, all) => (life.place.confirmedOn && at === all.length - 1 ? confirms(paper) : paper))
  })

const handedInPapers = [...lives.flatMap(applied), ...started]

/** Papers in the order in which they were handed in, each the content of its file. */
export const papers: Paper[] = handedInPapers.map(({ life, key, datedOn, at }) => ({
  ...{ key, name: nameOf[key], who: cast[life.who], on: datedOn, school: life.school, handedInAt: at },
}))

/** Each paper is handed in, with the file that was drawn of it, and looked at. */
export const handingIn = (files: NewFile[]): Moment[] =>
  handedInPapers.flatMap(({ life: { who }, key, datedOn, at, checkedAt, problem }, n) => {
    const [id, applicationId, by] = [document(who, key), application(who), checkers[key]]
    const it = { applicationId, documentId: id }
    const checked = { at: checkedAt as Date, tell: (at: Date) => check(by, it, problem, at) }
    return [
      { at, ids: [id], tell: (at) => handIn(cast[who], applicationId, key, { file: files[n], datedOn }, at) },
      ...(checkedAt ? [checked] : []),
    ]
  })

const check = (by: Member, it: { applicationId: string; documentId: string }, problem: string | undefined, at: Date) =>
  problem ? refuseDocument(by, { ...it, problem }, at) : acceptDocument(by, it, at)

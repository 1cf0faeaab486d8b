import { addDays } from '#app/workflow/day.server'
import { blockRows } from './calendar'
import { attendings, idOf, pick, staff } from './cast'
import { clerkship, elective, openingRows, subInternship } from './clerkships'
import { type By, eventOf, job, link, on, workday } from './history'
import { blockIn, openingIn, type Year } from './past-years'
import { requirement } from './requirements'
import { noRows, type Rows } from './rows'
import { registrarOf, school } from './schools'
import { statements } from './statements'

/** How an application of the crowd ends, or where it stands. */
export type Fate =
  | 'draft'
  | 'submitted'
  | 'returned'
  | 'eligible'
  | 'waitlisted'
  | 'refused'
  | 'passed over'
  | 'left waiting'
  | 'withdrawn'
  | 'completed'
  | 'declined'
  | 'lapsed'

type Opening = (typeof openingRows)[number]
/** One of the crowd: an invented student with an application in a year, for a seat first of all. */
export type Applicant = {
  kind: 'person'
  year: Year
  number: number
  personId: string
  name: string
  familyName: string
  email: string
  school: string
  applicationId: string
  fate: Fate
  opening: Opening
  /** The number of their seat in the year, for who has one. */
  seat: number
  sentOn: string
}
/** The one sheet that stands for every paper of the crowd. */
export type Sheet = Pick<Rows['files'][number], 'storedAs' | 'type' | 'size' | 'sha256'>
export type Told = { rows: Rows; tell: Tell; sheet: Sheet }
type Tell = (by: By, kind: string, id: string, step: string, from: string | null, to: string | null, at: Date) => Date

/** Rows to fill, and a pen that writes down each step. */
export function newPage(sheet: Sheet): Told {
  const rows = noRows()
  const tell: Tell = (by, kind, id, step, from, to, at) => {
    rows.events.push(eventOf(by, { kind, id }, { step, from, to, at }))
    return at
  }
  return { rows, tell, sheet }
}

const today = '2026-11-24'
export const blockOf = ({ year, opening }: Pick<Applicant, 'year' | 'opening'>) => {
  const found = blockRows.find((row) => row.id === opening.blockId) as (typeof blockRows)[number]
  const back = (day: string) => addDays(day, -year.earlier)
  return { ...found, firstOn: back(found.firstOn), lastOn: back(found.lastOn), applyByOn: back(found.applyByOn) }
}
export const openingIdOf = ({ year, opening }: Applicant) => openingIn(year, opening.id as string)
const slugOf = ({ opening }: Applicant) => (opening.clerkshipId === clerkship(elective) ? elective : subInternship)

const paperId = ({ applicationId }: Applicant, key: string) => idOf(`document ${applicationId} ${key}`)

/** The person, their profile, what they wrote and wished for. */
function arrives({ rows, tell }: Told, me: Applicant): void {
  const { personId, year, applicationId, number, opening } = me
  const startedOn = addDays(me.sentOn, -7)
  const startedAt = tell(me, 'application', applicationId, 'start', null, 'draft', on(startedOn, '16:10'))
  rows.people.push({ id: personId, name: me.name, familyName: me.familyName, createdAt: startedAt })
  const address = { id: idOf(`address ${personId}`), personId, email: me.email, isPrimary: true }
  rows.addresses.push({ ...address, verifiedAt: startedAt })
  rows.roles.push({ personId, role: 'student', grantedOn: startedOn })
  rows.profiles.push({
    personId,
    schoolId: school(me.school),
    registrarEmail: registrarOf(me.school),
    promotesOn: `${year.from}-05-18`,
    graduatesOn: `${year.from + 1}-06-30`,
    medicineDoneOn: `${year.from - 1}-11-21`,
    surgeryDoneOn: `${year.from}-01-30`,
    exam: me.school === 'meridian' ? 'level-1' : 'step-1',
    examPassedOn: `${year.from - 1}-04-11`,
    emergencyName: `${me.familyName} family`,
    emergencyPhone: '213-555-0188',
    updatedAt: startedAt,
  })
  const isDraft = me.fate === 'draft'
  rows.applications.push({
    id: applicationId,
    reference: `IR-${year.from}-${String(number).padStart(4, '0')}`,
    studentId: personId,
    clerkshipId: opening.clerkshipId,
    yearId: year.id,
    status: 'draft',
    statement: statements[number % statements.length],
    statusAt: startedAt,
    startedAt,
    sentAt: isDraft ? null : on(me.sentOn, '17:05'),
    requirementsAt: isDraft ? null : on(me.sentOn, '17:05'),
  })
  for (const [at, wish] of wishesOf(me).entries())
    rows.choices.push({
      id: idOf(`choice ${applicationId} ${at + 1}`),
      applicationId,
      rank: at + 1,
      blockId: blockIn(year, wish.blockId),
      serviceId: wish.serviceId,
    })
}

/** The seat they come for, then up to two later ones of the same kind. */
function wishesOf({ opening, applicationId }: Applicant): Opening[] {
  const alike = openingRows.filter((it) => it.clerkshipId === opening.clerkshipId && it.serviceId === opening.serviceId)
  const at = alike.indexOf(opening)
  return alike.slice(at, at + 1 + pick(`wishes ${applicationId}`, 3))
}

/** Asks the school before sending; it answers on the sixth day, or never. */
function asksSchool({ rows, tell }: Told, me: Applicant, answers: boolean): void {
  const id = idOf(`confirmation ${me.applicationId}`)
  const askedOn = addDays(me.sentOn, -5)
  const askedAt = tell(me, 'confirmation', id, 'ask', null, 'asked', on(askedOn, '16:45'))
  const replyByOn = addDays(askedOn, 21)
  const isLate = !answers && replyByOn < today
  const by = answers ? link('Registrar') : job('Schools that did not answer')
  const answeredAt = answers ? on(workday(addDays(me.sentOn, 6)), '10:15') : null
  if (answeredAt) tell(by, 'confirmation', id, 'confirm', 'asked', 'confirmed', answeredAt)
  else if (isLate) tell(by, 'confirmation', id, 'expire', 'asked', 'expired', on(addDays(replyByOn, 1), '00:01'))
  rows.confirmations.push({
    id,
    applicationId: me.applicationId,
    status: answers ? 'confirmed' : isLate ? 'expired' : 'asked',
    askedAt,
    askedOf: registrarOf(me.school),
    replyByOn,
    answeredAt,
    signerName: answers ? 'The registrar' : null,
    signerTitle: answers ? 'Registrar' : null,
    answers: answers ? { standing: 'yes', year: 'yes', cover: 'yes' } : null,
  })
}

type Paper = { key: string; datedOn: string | null; at: Date; checkedAt: Date | null; isHealth: boolean }

/** Hands in a paper, which the coordinator or the health reviewer accepts once they have looked at it. */
export function handsIn(
  { rows, tell, sheet }: Told,
  me: Applicant,
  { key, datedOn, at, checkedAt, isHealth }: Paper,
): void {
  const id = paperId(me, key)
  const checker = isHealth ? staff.calloway : staff.whitlock
  tell(me, 'document', id, 'hand in', null, 'received', at)
  if (checkedAt) tell(checker, 'document', id, 'accept', 'received', 'accepted', checkedAt)
  rows.files.push({
    id: idOf(`file ${id}`),
    ...sheet,
    name: `${key}-${me.familyName.toLowerCase()}.pdf`,
    ownerId: me.personId,
    createdAt: at,
  })
  rows.documents.push({
    id,
    studentId: me.personId,
    applicationId: me.applicationId,
    requirementId: requirement(slugOf(me), key),
    fileId: idOf(`file ${id}`),
    datedOn,
    status: checkedAt ? 'accepted' : 'received',
    isCurrent: true,
    handedInAt: at,
    checkedAt,
    checkedById: checkedAt ? checker.personId : null,
  })
}

const atSending = [
  { key: 'cv', isHealth: false },
  { key: 'transcript', isHealth: false },
  { key: 'immunization-form', isHealth: true },
]

function handsInToApply(told: Told, me: Applicant): void {
  const isChecked = !['draft', 'submitted'].includes(me.fate)
  for (const [n, { key, isHealth }] of atSending.entries()) {
    const at = on(addDays(me.sentOn, -5), `16:3${n}`)
    const checkedAt = isChecked ? on(workday(addDays(me.sentOn, 3)), `09:2${n}`) : null
    const datedOn = key === 'transcript' ? addDays(me.sentOn, -28) : null
    handsIn(told, me, { key, datedOn, at, checkedAt, isHealth })
  }
}

const reviewers = [attendings.bauer, attendings.eriksen, attendings.gupta]

/** Two reviewers score whoever is found eligible. */
function isScored({ rows, tell }: Told, { applicationId, number, sentOn }: Applicant): void {
  for (const n of [0, 1]) {
    const reviewer = reviewers[(number + n) % 3]
    const id = idOf(`review ${applicationId} ${n}`)
    const at = on(workday(addDays(sentOn, 8 + n)), `18:${10 + pick(id, 50)}`)
    tell(reviewer, 'application', applicationId, 'sign review', null, null, at)
    const scores = Object.fromEntries(['why', 'record', 'patients'].map((row) => [row, 1 + pick(`${id} ${row}`, 3)]))
    rows.reviews.push({ id, applicationId, reviewerId: reviewer.personId, status: 'signed', scores, at })
  }
}

const reasons: Partial<Record<Fate, string>> = {
  refused: 'The dates you asked for are full. You can apply again when the next year opens.',
  'passed over': 'All places of the year are given.',
  'left waiting': 'No place came free.',
  returned: 'Your transcript is not the official one. Upload the official transcript.',
}

/** Applies, and is decided on: everything up to a place. */
export function applies(told: Told, me: Applicant): void {
  const { applicationId: id, fate, sentOn } = me
  arrives(told, me)
  const application = told.rows.applications.at(-1) as Rows['applications'][number]
  const step = (by: By, name: string, to: typeof application.status, at: Date) => {
    told.tell(by, 'application', id, name, application.status, to, at)
    Object.assign(application, { status: to, statusAt: at })
  }
  handsInToApply(told, me)
  if (fate === 'draft') return
  const isSilent = (fate === 'refused' || fate === 'submitted') && me.number % 7 === 0
  asksSchool(told, me, !isSilent && addDays(sentOn, 9) < today)
  step(me, 'send', 'submitted', on(sentOn, '17:05'))
  told.rows.messages.push(message(me, 'application.sent', 'We have your application', on(sentOn, '17:06')))
  if (fate === 'submitted') Object.assign(application, { replyByOn: addDays(sentOn, 21) })
  if (fate === 'submitted') return
  const decided = (days: number) => on(workday(addDays(sentOn, days)), '10:05')
  const { whitlock } = staff
  Object.assign(application, { reason: reasons[fate] ?? null })
  if (fate === 'withdrawn') step(me, 'withdraw', 'withdrawn', on(addDays(sentOn, 9), '09:10'))
  else if (fate === 'returned') {
    Object.assign(application, { replyByOn: addDays(sentOn, 21), returnByOn: addDays(today, 14) })
    step(whitlock, 'return', 'returned', on(workday(addDays(sentOn, 4)), '11:20'))
  } else if (fate === 'refused') {
    told.rows.messages.push(message(me, 'application.decided', 'Your application', decided(17)))
    step(whitlock, 'not offer', 'not offered', decided(17))
  } else {
    isScored(told, me)
    step(whitlock, 'make eligible', 'eligible', decided(12))
    told.rows.messages.push(message(me, 'application.decided', 'Your application: you can be placed', decided(12)))
  }
  if (fate === 'eligible') Object.assign(application, { replyByOn: '2026-12-15' })
  if (fate === 'passed over') step(whitlock, 'not place', 'not offered', decided(24))
  if (fate === 'waitlisted' || fate === 'left waiting') step(whitlock, 'waitlist', 'waitlisted', decided(20))
  if (fate === 'left waiting') step(whitlock, 'end waitlist', 'not offered', on(workday(blockOf(me).firstOn), '10:05'))
}

export function message(me: Applicant, kind: string, subject: string, at: Date): Rows['messages'][number] {
  const key = `${kind}:${me.applicationId}:${at.getTime()}`
  const text = `${me.name}, ${subject[0].toLowerCase()}${subject.slice(1)}.`
  return {
    id: idOf(`message ${key}`),
    key,
    kind,
    status: 'sent',
    toAddress: me.email,
    subject,
    text,
    html: `<!doctype html><p>${text}</p>`,
    subjectKind: 'application',
    subjectId: me.applicationId,
    createdAt: at,
    notBeforeAt: at,
    attempts: 1,
    sentAt: at,
  }
}

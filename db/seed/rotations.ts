import { shippedQuestionnaires } from '#app/evaluate/questionnaire'
import { addDays, endOf } from '#app/workflow/day.server'
import { type Applicant, applies, blockOf, handsIn, message, openingIdOf, type Told } from './applicants'
import { attendings, idOf, type Member, pick, staff } from './cast'
import { letterBody, narratives } from './comments'
import { issuedBefore, needsFlu, until } from './documents'
import { about, answersOf } from './evaluations'
import { job, on, workday } from './history'
import { hasResidents, seniors } from './past-years'
import { service } from './program'
import { toStart } from './requirements'

type Slug = (typeof shippedQuestionnaires)[number]['slug']
const isElective = (me: Applicant) => blockOf(me).partOfId !== null
const placementOf = ({ applicationId }: Applicant) => idOf(`placement ${applicationId}`)

/** Applies, is offered a place, and answers or not; who accepted comes, is paired, judged and graded. */
export function rotates(told: Told, me: Applicant, isSecond: boolean): void {
  applies(told, me)
  const { rows, tell } = told
  const id = placementOf(me)
  const placedOn = workday(addDays(me.sentOn, isSecond ? 31 : 14))
  const application = rows.applications.at(-1) as (typeof rows.applications)[number]
  const placedAt = tell(staff.whitlock, 'placement', id, 'place', null, 'draft', on(placedOn, '08:10'))
  tell(staff.whitlock, 'placement', id, 'offer', 'draft', 'offered', on(placedOn, '08:30'))
  rows.messages.push(message(me, 'placement.offered', 'We offer you a place', on(placedOn, '08:40')))
  const repliesBy = endOf(addDays(placedOn, 14))
  const row = {
    id,
    applicationId: me.applicationId,
    studentId: me.personId,
    openingId: openingIdOf(me),
    placedById: staff.whitlock.personId,
    placedAt,
    expiresAt: repliesBy,
  }
  const moves = (
    to: (typeof rows.applications)[number]['status'],
    step: string,
    at: Date,
    by: Parameters<typeof tell>[0],
  ) => {
    tell(by, 'application', me.applicationId, step, 'eligible', to, at)
    Object.assign(application, { status: to, statusAt: at })
  }
  if (me.fate === 'declined') {
    const at = tell(me, 'placement', id, 'decline', 'offered', 'declined', on(addDays(placedOn, 5), '18:20'))
    moves('waitlisted', 'decline', at, me)
    const overAt = on(workday(blockOf(me).firstOn), '10:05')
    tell(staff.whitlock, 'application', me.applicationId, 'end waitlist', 'waitlisted', 'not offered', overAt)
    Object.assign(application, { status: 'not offered', statusAt: overAt })
    const choice = rows.choices.find((it) => it.applicationId === me.applicationId && it.rank === 1)
    Object.assign(choice as object, { hasEnded: true })
    rows.placements.push({ ...row, status: 'declined', statusAt: at })
    return
  }
  if (me.fate === 'lapsed') {
    const at = on(addDays(placedOn, 15), '00:00')
    tell(job('Offers that ended'), 'placement', id, 'lapse', 'offered', 'lapsed', at)
    moves('not offered', 'lapse', at, job('Offers that ended'))
    rows.placements.push({ ...row, status: 'lapsed', statusAt: at })
    return
  }
  const acceptedAt = tell(me, 'placement', id, 'accept', 'offered', 'accepted', on(addDays(placedOn, 3), '18:20'))
  moves('placed', 'place', acceptedAt, me)
  const { firstOn, lastOn } = blockOf(me)
  const confirmedOn = workday(addDays(firstOn, -33))
  startsPapers(told, me, confirmedOn)
  tell(staff.whitlock, 'placement', id, 'confirm', 'accepted', 'confirmed', on(confirmedOn, '14:10'))
  const completedAt = on(addDays(lastOn, 1), '00:05')
  tell(job('Rotations that ended'), 'placement', id, 'complete', 'confirmed', 'completed', completedAt)
  rows.placements.push({ ...row, status: 'completed', statusAt: completedAt, papersDueOn: addDays(firstOn, -28) })
  isJudged(told, me)
}

/** Papers to start, handed in the week before the place is confirmed, accepted two days before. */
function startsPapers(told: Told, me: Applicant, confirmedOn: string): void {
  const { firstOn, lastOn } = blockOf(me)
  for (const [n, { key, isHealth = false }] of toStart.entries()) {
    if (key === 'agreement' || (key === 'influenza' && !needsFlu(firstOn, lastOn, me.year.from))) continue
    const day = addDays(confirmedOn, -6 + (n % 4))
    const issued = issuedBefore[key] === undefined ? null : addDays(firstOn, -issuedBefore[key])
    const flu = `${me.year.from}-10-07`
    const datedOn = key === 'influenza' ? (flu > day ? day : flu) : until[key] ? `${me.year.from + 1}-06-30` : issued
    const checkedAt = on(workday(addDays(confirmedOn, -2)), `13:${10 + n}`)
    handsIn(told, me, { key, datedOn, at: on(day, '19:15'), checkedAt, isHealth })
  }
}

/** Works with a senior resident a half each, or with the attending where there is none; is evaluated and graded. */
function isJudged(told: Told, me: Applicant): void {
  const { rows, tell } = told
  const { firstOn, lastOn } = blockOf(me)
  const placementId = placementOf(me)
  const isNeuro = me.opening.serviceId === service('neuro')
  const own = Object.values(attendings)
  const record = isNeuro ? own[8 + pick(placementId, 3)] : own[pick(placementId, 8)]
  rows.attendingsOfRecord.push({ placementId, attendingId: record.personId })
  const leads = !isNeuro && hasResidents(me.year) ? seniors : [record]
  const parts = isElective(me) || leads.length === 1 ? [[firstOn, lastOn]] : halvesOf(firstOn, lastOn)
  const paired = parts.map(([first, last], at) => ({ who: leads[(me.seat + at) % leads.length], first, last }))
  const publishedAt = on(workday(addDays(firstOn, -10)), '15:30')
  for (const { who, first, last } of paired) {
    const id = idOf(`pairing ${placementId} ${who.key}`)
    tell(staff.whitlock, 'pairing', id, 'publish', 'draft', 'published', publishedAt)
    rows.pairings.push({
      id,
      placementId,
      supervisorId: who.personId,
      firstOn: first,
      lastOn: last,
      status: 'published',
    })
  }
  const midOn = isElective(me) ? addDays(firstOn, 4) : addDays(firstOn, 11)
  const gradedAt = on(addDays(lastOn, 18 + pick(placementId, 22)), '15:40')
  const midpoint = isElective(me) ? 'midpoint-two-weeks' : 'midpoint'
  evaluates(told, me, { by: record, slug: midpoint, askedOn: firstOn, dueOn: midOn, signedOn: midOn, releasedAt: null })
  const signedOn = workday(addDays(lastOn, 2 + pick(`${placementId} signs`, 6)))
  const last = { askedOn: lastOn, dueOn: addDays(lastOn, 7), signedOn, releasedAt: gradedAt }
  for (const { who } of paired.filter(({ who }) => who !== record))
    evaluates(told, me, { ...last, by: who, slug: 'resident-on-student' })
  evaluates(told, me, { ...last, by: record, slug: 'attending-on-student' })
  isGraded(told, me, gradedAt)
}

const halvesOf = (firstOn: string, lastOn: string) => [
  [firstOn, addDays(firstOn, 11)],
  [addDays(firstOn, 14), lastOn],
]

type Asked = { by: Member; slug: Slug; askedOn: string; dueOn: string; signedOn: string; releasedAt: Date | null }

function evaluates(
  { rows, tell }: Told,
  me: Applicant,
  { by, slug, askedOn, dueOn, signedOn, releasedAt }: Asked,
): void {
  const id = idOf(`evaluation ${me.applicationId} ${by.key} ${slug}`)
  const asker = job('Evaluations follow the pairing')
  const requestedAt = tell(asker, 'evaluation', id, 'ask', null, 'requested', on(askedOn, '06:00'))
  const signedAt = on(signedOn, `${12 + pick(id, 8)}:${10 + pick(`${id} minute`, 49)}`)
  tell(by, 'evaluation', id, 'sign', 'requested', 'signed', signedAt)
  if (releasedAt) tell(attendings.duarte, 'evaluation', id, 'release', null, null, releasedAt)
  const questionnaireId = shippedQuestionnaires.find((form) => form.slug === slug)?.id as string
  rows.evaluations.push({
    id,
    placementId: placementOf(me),
    authorId: by.personId,
    subjectId: me.personId,
    questionnaireId,
    status: 'signed',
    requestedAt,
    dueOn,
    releasedAt: releasedAt ?? signedAt,
  })
  const answers = slug === 'midpoint-two-weeks' ? { spoke: signedOn } : answersOf(slug, id, me)
  const days = slug.startsWith('midpoint') ? null : 6 + pick(id, 5)
  rows.signedAnswers.push({ id: idOf(`signed ${id}`), evaluationId: id, version: 1, answers, days, signedAt })
}

/** A grade on the school's own scale, and for every third a letter that went up to the students' service. */
function isGraded({ rows, tell }: Told, me: Applicant, at: Date): void {
  const placementId = placementOf(me)
  const [gradeId, by] = [idOf(`grade ${placementId}`), attendings.duarte]
  const grade = me.school === 'sierra' ? 'Pass' : ['Honors', 'Honors', 'Pass'][pick(gradeId, 3)]
  const narrative = about(narratives[pick(gradeId, narratives.length)], me)
  tell(by, 'grade', gradeId, 'sign', 'drafted', 'signed', at)
  const said = { grade, narrative }
  rows.grades.push({ id: gradeId, placementId, status: 'signed', ...said, updatedAt: at, updatedById: by.personId })
  rows.signedGrades.push({
    id: idOf(`signed ${gradeId}`),
    ...{ gradeId, version: 1, ...said, signedById: by.personId, signedAt: at },
  })
  if (pick(`letter ${placementId}`, 3) > 0) return
  const id = idOf(`letter ${placementId}`)
  const [author, days] = [attendings.adler, (n: number) => new Date(at.getTime() + n * 86_400_000)]
  const requestedAt = tell(me, 'letter', id, 'request', null, 'requested', days(1))
  const signedAt = tell(author, 'letter', id, 'sign', 'requested', 'signed', days(14))
  const uploadedAt = tell(author, 'letter', id, 'upload', 'signed', 'uploaded', days(15))
  rows.letters.push({
    id,
    placementId,
    studentId: me.personId,
    authorId: author.personId,
    status: 'uploaded',
    requestedAt,
    hasWaived: true,
    consentedAt: requestedAt,
    signerName: me.name,
    erasLetterId: `ERAS-${100_000 + pick(id, 900_000)}`,
    aamcId: `${10_000_000 + pick(`${id} aamc`, 9_000_000)}`,
    body: about(letterBody, me),
    signedAt,
    uploadedAt,
  })
}

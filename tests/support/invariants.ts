import { asc, eq, sql } from 'drizzle-orm'
import { applicationWorkflow } from '#app/apply/application'
import { confirmationWorkflow } from '#app/apply/confirmation'
import { documentWorkflow } from '#app/apply/document'
import { agreementsIn, isCovered, missingOf, papersOf, papersWhere } from '#app/assign/papers.server'
import { placementWorkflow } from '#app/assign/placement'
import { evaluationWorkflow } from '#app/evaluate/evaluation'
import { gradeWorkflow } from '#app/evaluate/grade'
import { letterWorkflow } from '#app/evaluate/letter'
import { pairingWorkflow } from '#app/pair/pairing'
import { daysBetween, weekdayOf } from '#app/workflow/day.server'
import type { Workflow } from '#app/workflow/workflow'
import { read } from '#db/client'
import * as t from '#db/schema/index'
import { livePlacement } from '#db/views'

type Days = { firstOn: string; lastOn: string }
const covers = (span: Days, day: string) => span.firstOn <= day && day <= span.lastOn
const weekdaysOf = (span: Days) => daysBetween(span.firstOn, span.lastOn).filter((day) => weekdayOf(day) <= 5)
const isLive = (status: string) => (livePlacement as readonly string[]).includes(status)

function grouped<T>(rows: T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}

/** What each placement is: where, when, whose. */
async function placedRows() {
  const rows = await read
    .select({
      placement: t.placements,
      opening: t.openings,
      block: t.blocks,
      service: t.services,
      clerkship: t.clerkships,
      profile: t.profiles,
      application: t.applications,
    })
    .from(t.placements)
    .innerJoin(t.openings, eq(t.openings.id, t.placements.openingId))
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .innerJoin(t.services, eq(t.services.id, t.openings.serviceId))
    .innerJoin(t.clerkships, eq(t.clerkships.id, t.openings.clerkshipId))
    .leftJoin(t.profiles, eq(t.profiles.personId, t.placements.studentId))
    .leftJoin(t.applications, eq(t.applications.id, t.placements.applicationId))
  return rows.map((row) => ({ ...row, firstOn: row.block.firstOn, lastOn: row.block.lastOn }))
}
type Placed = Awaited<ReturnType<typeof placedRows>>[number]

/** 1: no opening holds more than its seats, no service more than its most on any day, overbooked ones apart. */
function overfull(live: Placed[]): string[] {
  const counted = live.filter(({ placement }) => !placement.isOverbooked)
  const openings = [...grouped(counted, ({ opening }) => opening.id).values()]
    .filter((here) => here.length > here[0].opening.seats)
    .map(([{ opening, block }, ...more]) => `opening ${block.name} ${opening.id} holds ${more.length + 1}`)
  const services = [...grouped(counted, ({ service }) => service.id).values()].flatMap((here) => {
    const days = new Map<string, number>()
    for (const it of here) for (const day of weekdaysOf(it)) days.set(day, (days.get(day) ?? 0) + 1)
    const [{ service }] = here
    return [...days]
      .filter(([, n]) => n > service.mostStudents)
      .map(([day, n]) => `${service.slug} holds ${n} on ${day}`)
  })
  return [...openings, ...services]
}

/** 2: nobody is in two live placements on one day, an application has one, a student one a clerkship and year. */
async function twice(live: Placed[]): Promise<string[]> {
  const overlapping = [...grouped(live, ({ placement }) => placement.studentId).values()].flatMap((mine) =>
    mine.flatMap((one, at) =>
      mine
        .slice(at + 1)
        .filter((other) => one.firstOn <= other.lastOn && other.firstOn <= one.lastOn)
        .map((other) => `${one.placement.studentId} is in ${one.block.name} and ${other.block.name} at once`),
    ),
  )
  const placedTwice = [...grouped(live, ({ placement }) => placement.applicationId ?? placement.id)]
    .filter(([, rows]) => rows.length > 1)
    .map(([id]) => `application ${id} has two live placements`)
  const open = (await read.select().from(t.applications)).filter(
    (it) => !['withdrawn', 'not offered'].includes(it.status),
  )
  const applied = [...grouped(open, (it) => `${it.studentId} ${it.clerkshipId} ${it.yearId}`)]
    .filter(([, rows]) => rows.length > 1)
    .map(([key]) => `${key} has two live applications`)
  return [...overlapping, ...placedTwice, ...applied]
}

/** 3 and 4: nobody is placed past graduation or outside their year, or confirmed uncovered or with a paper missing. */
async function unfit(live: Placed[], now: Date): Promise<string[]> {
  const agreements = await agreementsIn(read)
  const papers = grouped(
    papersOf(await papersWhere(read, undefined), agreements, now),
    ({ placementId }) => placementId,
  )
  return live.flatMap(({ placement, profile, clerkship, block, firstOn, lastOn, application }) => {
    const who = `${placement.studentId} in block ${block.name}`
    if (!profile) return [`${who} has no profile`]
    const year = firstOn >= profile.promotesOn ? 4 : 3
    const isSure = placement.status === 'confirmed' || placement.status === 'completed'
    const missing = missingOf(papers.get(placement.id) ?? []).map(({ key }) => key)
    return [
      lastOn > profile.graduatesOn && `${who} is placed past graduation`,
      !clerkship.years.includes(year) && `${who} is in year ${year}`,
      [profile.medicineDoneOn, profile.surgeryDoneOn].some((on) => on >= firstOn) && `${who} is not prepared`,
      isSure && !isCovered(agreements, profile.schoolId, block) && `${who} is not covered by an agreement`,
      isSure && missing.length > 0 && `${who} is confirmed without ${missing.join(', ')}`,
      application?.yearId !== block.yearId && `${who} is placed in another year`,
      application?.clerkshipId !== clerkship.id && `${who} is placed in another clerkship`,
      application?.status !== statusWith(placement.status, application?.status) &&
        `${who}: ${placement.status}, but the application is ${application?.status}`,
    ].filter((breach) => breach !== false)
  })
}

/** Where an application stands whose live placement is here. */
function statusWith(placement: string, application: string | undefined): string {
  if (placement === 'draft' || placement === 'offered') return application === 'waitlisted' ? 'waitlisted' : 'eligible'
  return 'placed'
}

/** 5: no offer is open past its instant, and nobody accepted one after it. */
async function late(live: Placed[], now: Date): Promise<string[]> {
  const accepted = await read.select().from(t.events).where(eq(t.events.step, 'accept'))
  const placements = new Map(live.map(({ placement }) => [placement.id, placement]))
  return [
    ...live
      .filter(({ placement }) => placement.status === 'offered' && placement.expiresAt! < now)
      .map(({ placement }) => `offer ${placement.id} is open past its instant`),
    ...accepted
      .filter(({ subjectId, at }) => (placements.get(subjectId)?.expiresAt ?? at) < at)
      .map(({ subjectId }) => `offer ${subjectId} was accepted too late`),
  ]
}

/** 6: a pairing lies inside its placement, with a supervisor on duty there, not away, not excluded, within their most. */
async function mispaired(live: Placed[]): Promise<string[]> {
  const rows = await read.select().from(t.pairings)
  const placed = new Map(live.map((it) => [it.placement.id, it]))
  const supervisors = new Map((await read.select().from(t.supervisors)).map((it) => [it.personId, it]))
  const duties = grouped(await read.select().from(t.duties), (it) => it.personId)
  const absences = grouped(await read.select().from(t.absences), (it) => it.personId)
  const excluded = new Set((await read.select().from(t.exclusions)).map((it) => `${it.studentId} ${it.supervisorId}`))
  const load = grouped(rows, (it) => it.supervisorId)
  const [rules] = await read.select().from(t.program)
  const records = new Set((await read.select().from(t.attendingsOfRecord)).map((it) => it.placementId))
  return rows.flatMap((pairing) => {
    const it = placed.get(pairing.placementId)
    const who = `pairing ${pairing.id} (${pairing.firstOn} – ${pairing.lastOn})`
    if (!it) return [`${who} has no live placement`]
    const supervisor = supervisors.get(pairing.supervisorId)
    const most = supervisor?.mostStudents ?? rules.mostStudentsAResident
    const dutiesHere = (duties.get(pairing.supervisorId) ?? []).filter(
      (duty) => duty.kind !== 'call' && duty.serviceId === it.service.id,
    )
    const away = (absences.get(pairing.supervisorId) ?? []).filter(({ status }) => status === 'approved')
    const days = weekdaysOf(pairing)
    const count = (day: string) => (load.get(pairing.supervisorId) ?? []).filter((one) => covers(one, day)).length
    return [
      (pairing.firstOn < it.firstOn || pairing.lastOn > it.lastOn) && `${who} lies outside its placement`,
      days.some((day) => !dutiesHere.some((duty) => covers(duty, day))) && `${who}: not on duty`,
      days.some((day) => away.some((absence) => covers(absence, day))) && `${who}: away`,
      excluded.has(`${it.placement.studentId} ${pairing.supervisorId}`) && `${who}: excluded`,
      supervisor?.kind === 'resident' && days.some((day) => count(day) > most) && `${who}: over the most`,
      pairing.status === 'published' && !records.has(pairing.placementId) && `${who}: no attending of record`,
    ].filter((breach) => breach !== false)
  })
}

/** 7, 8, 9: evaluations stand once, their versions are numbered, and none is seen before its time. */
async function misjudged(live: Placed[]): Promise<string[]> {
  const rows = await read
    .select({ it: t.evaluations, form: t.questionnaires, grade: t.grades.status })
    .from(t.evaluations)
    .innerJoin(t.questionnaires, eq(t.questionnaires.id, t.evaluations.questionnaireId))
    .leftJoin(t.grades, eq(t.grades.placementId, t.evaluations.placementId))
  const versions = grouped(await read.select().from(t.signedAnswers), (it) => it.evaluationId)
  const placed = new Map(live.map((it) => [it.placement.id, it]))
  const doubled = [...grouped(rows, ({ it }) => [it.placementId, it.authorId, it.subjectId, it.questionnaireId].join())]
    .filter(([, same]) => same.length > 1)
    .map(([key]) => `evaluation ${key} stands twice`)
  const odd = rows.flatMap(({ it, form, grade }) => {
    const numbers = (versions.get(it.id) ?? []).map(({ version }) => version).sort((a, b) => a - b)
    const isGraded = grade === 'signed' || grade === 'corrected'
    const who = `evaluation ${it.id}`
    return [
      it.authorId === it.subjectId && `${who} is about its author`,
      numbers.some((version, at) => version !== at + 1) && `${who} has versions ${numbers.join(', ')}`,
      (it.status === 'signed') !== numbers.length > 0 && `${who} is ${it.status} with ${numbers.length} versions`,
      it.releasedAt && it.status !== 'signed' && `${who} is released unsigned`,
      it.releasedAt && form.releaseAfter === 'grade' && !isGraded && `${who} is released before the grade`,
      it.status === 'signed' &&
        placed.get(it.placementId)?.placement.studentId !== it.subjectId &&
        `${who}: not placed`,
      it.declinedFor && it.status !== 'declined' && `${who} gives a reason without being declined`,
    ].filter((breach): breach is string => typeof breach === 'string')
  })
  return [...doubled, ...odd]
}

/** Grades and letters follow a rotation that ended; 13: a letter its student asked for, by name. */
async function misgraded(live: Placed[]): Promise<string[]> {
  const placed = new Map(live.map((it) => [it.placement.id, it]))
  const versions = grouped(await read.select().from(t.signedGrades), (it) => it.gradeId)
  const grades = (await read.select().from(t.grades)).flatMap((it) => {
    const numbers = (versions.get(it.id) ?? []).map(({ version }) => version).sort((a, b) => a - b)
    const where = placed.get(it.placementId)?.placement.status
    return [
      (it.status === 'drafted') === numbers.length > 0 && `grade ${it.id} is ${it.status}, ${numbers.length} signed`,
      numbers.some((version, at) => version !== at + 1) && `grade ${it.id} has versions ${numbers.join(', ')}`,
      it.status !== 'drafted' && where !== 'completed' && `grade ${it.id} is signed on a placement that is ${where}`,
    ].filter((breach) => breach !== false)
  })
  const letters = (await read.select().from(t.letters)).flatMap((it) => {
    const of = placed.get(it.placementId)?.placement
    return [
      of?.studentId !== it.studentId && `letter ${it.id} is about somebody else`,
      of?.status !== 'completed' && `letter ${it.id} is about a placement that is ${of?.status}`,
      (it.signedAt !== null) !== ['signed', 'uploaded'].includes(it.status) && `letter ${it.id} is ${it.status}`,
    ].filter((breach) => breach !== false)
  })
  return [...grades, ...letters]
}

const workflows: Record<string, { workflow: Workflow<string>; begins: string[] }> = {
  application: { workflow: applicationWorkflow, begins: ['draft', 'eligible'] },
  confirmation: { workflow: confirmationWorkflow, begins: ['asked'] },
  document: { workflow: documentWorkflow, begins: ['received'] },
  placement: { workflow: placementWorkflow, begins: ['draft'] },
  pairing: { workflow: pairingWorkflow, begins: ['draft'] },
  evaluation: { workflow: evaluationWorkflow, begins: ['requested'] },
  grade: { workflow: gradeWorkflow, begins: ['drafted'] },
  letter: { workflow: letterWorkflow, begins: ['requested'] },
}
/** Their rows begin without an event of their own: the block's "pair", a draft that is saved. */
const beginSilently = ['pairing', 'grade']

type Stated = { id: string; status: string }
const stated = async (): Promise<Record<string, Stated[]>> => ({
  application: await read.select().from(t.applications),
  confirmation: await read.select().from(t.confirmations),
  document: await read.select().from(t.documents),
  placement: await read.select().from(t.placements),
  pairing: await read.select().from(t.pairings),
  evaluation: await read.select().from(t.evaluations),
  grade: await read.select().from(t.grades),
  letter: await read.select().from(t.letters),
})

/** 11: every status was reached by lawful steps, one after the other, each with its event, none of the future. */
async function untold(now: Date): Promise<string[]> {
  const events = await read.select({ it: t.events }).from(t.events).orderBy(asc(t.events.at), sql`rowid`)
  const told = grouped(
    events.map(({ it }) => it).filter(({ to }) => to !== null),
    ({ subjectKind, subjectId }) => `${subjectKind} ${subjectId}`,
  )
  const future = events.filter(({ it }) => it.at > now).map(({ it }) => `event ${it.step} of ${it.subjectId} is ahead`)
  const rows = await stated()
  const wrong = Object.entries(rows).flatMap(([kind, things]) =>
    things.flatMap((thing) => chainOf(kind, thing, told.get(`${kind} ${thing.id}`) ?? [])),
  )
  return [...future, ...wrong]
}

type Event = typeof t.events.$inferSelect
function chainOf(kind: string, { id, status }: Stated, steps: Event[]): string[] {
  const { workflow, begins } = workflows[kind]
  const who = `${kind} ${id}`
  let at = beginSilently.includes(kind) ? begins[0] : null
  const wrong: string[] = []
  for (const { step, from, to } of steps) {
    const known = workflow[step]
    if (from !== at) wrong.push(`${who}: ${step} from ${from}, which stood at ${at}`)
    const isBegin = from === null && begins.includes(to!)
    const isLawful = known?.to === to && from !== null && known.from.includes(from)
    if (!isBegin && !isLawful) wrong.push(`${who}: ${step} from ${from} to ${to} is no step`)
    at = to
  }
  if (at !== status) wrong.push(`${who} is ${status}, its events say ${at}`)
  return wrong
}

/** Everyone placed was confirmed by their school, and every wish of a sent application is ranked in order. */
async function unsaid(): Promise<string[]> {
  const words = new Map((await read.select().from(t.confirmations)).map((it) => [it.applicationId, it.status]))
  const choices = grouped(await read.select().from(t.choices), (it) => it.applicationId)
  return (await read.select().from(t.applications)).flatMap(({ id, status, sentAt, isListed }) => {
    const ranks = (choices.get(id) ?? []).map(({ rank }) => rank).sort((a, b) => a - b)
    const needsWord = !isListed && ['eligible', 'waitlisted', 'placed'].includes(status)
    return [
      sentAt && ranks.length === 0 && `application ${id} was sent without a wish`,
      ranks.some((rank, at) => rank !== at + 1) && `application ${id} ranks ${ranks.join(', ')}`,
      needsWord && words.get(id) !== 'confirmed' && `application ${id} is ${status} without the school's word`,
    ].filter((breach): breach is string => typeof breach === 'string')
  })
}

/** Work that failed, or a message that did. */
async function failed(): Promise<string[]> {
  const jobs = (await read.select().from(t.jobs)).filter((it) => it.error !== null || it.state === 'failed')
  const unsent = (await read.select().from(t.messages)).filter((it) => ['failed', 'unsure'].includes(it.status))
  return [...jobs.map((it) => `job ${it.name}: ${it.error}`), ...unsent.map((it) => `message ${it.key}: ${it.error}`)]
}

/** Every rule of design.md section 3 that the open database breaks, a line each, by the program's time; none is right. */
export async function brokenRules(now: Date): Promise<string[]> {
  const placed = await placedRows()
  const live = placed.filter(({ placement }) => isLive(placement.status))
  return [
    ...overfull(live),
    ...(await twice(live)),
    ...(await unfit(live, now)),
    ...(await late(live, now)),
    ...(await mispaired(live)),
    ...(await misjudged(live)),
    ...(await misgraded(live)),
    ...(await unsaid()),
    ...(await untold(now)),
    ...(await failed()),
  ]
}

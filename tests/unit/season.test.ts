import { and, eq, gte, inArray, like, lte } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withdrawApplication } from '#app/apply/applications.server'
import { putOnWaitlist } from '#app/apply/decisions.server'
import { acceptOffer, askForWaitlist, declineOffer } from '#app/assign/answers.server'
import { changeBlock } from '#app/assign/block-carrying.server'
import { CHANGING } from '#app/assign/block-change'
import { dropBlockChange, findBlockChange, planBlockChange } from '#app/assign/block-plan.server'
import { cancelUnconfirmed, completeOver, confirmReady, lapseOffers, remindOfOffers } from '#app/assign/due.server'
import { cancelPlacement, withdrawPlacement } from '#app/assign/endings.server'
import { overbook, pinPlacement, placeStudent } from '#app/assign/placements.server'
import { moveWaitlists } from '#app/assign/promotion.server'
import { publishDrafts, publishedBy, retractOffers } from '#app/assign/publication.server'
import { putBack } from '#app/assign/put-back.server'
import { removeDraft } from '#app/assign/removal.server'
import { pauseWaitlist, resumeWaitlist } from '#app/assign/waitlist-changes.server'
import { findWaitlist } from '#app/assign/waitlist-line.server'
import { offerFromWaitlist } from '#app/assign/waitlist-offers.server'
import { blockRecord, saveBlock } from '#app/program/block-changes.server'
import { blockForm } from '#app/program/calendar-form.server'
import { saveSeats } from '#app/program/seat-changes.server'
import { seatsForm } from '#app/program/seat-form.server'
import { seatRecord } from '#app/program/seat-record.server'
import { addDays, dayAt, daysBetween, daysFrom } from '#app/workflow/day.server'
import { rawDatabase, read, write } from '#db/client'
import { newId } from '#db/schema/columns'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { block, blockRows, yearId } from '#db/seed/calendar'
import { attendings, idOf, staff } from '#db/seed/cast'
import { clerkship, elective, opening, openingRows, subInternship } from '#db/seed/clerkships'
import { insertMany } from '#db/seed/rows'
import { livePlacement } from '#db/views'
import { freshProgram, now as start } from '#tests/support/applicant'
import { addStudents, type Extra, eventOf, extra, numbers } from '#tests/support/crowd'
import { leaveDatabase } from '#tests/support/database'
import { brokenRules } from '#tests/support/invariants'

/** SEEDS and FROM run other seasons than the usual ones: `FROM=17 SEEDS=1` repeats season 17 alone. */
const SEEDS = Number(process.env.SEEDS ?? (process.env.LONG ? 1000 : 50))
const FROM = Number(process.env.FROM ?? 1)
const [STUDENTS, ROUNDS, CALLERS] = [7, 8, 4]

const { whitlock, pierce } = staff
const adler = attendings.adler
const coordinators = [whitlock, pierce]
/** Where they wish to go: whole blocks and halves of them share days, and few seats. */
const wishable = [
  ...['8', '9'].flatMap((name) => [opening(subInternship, name, 'peripheral')]),
  opening(subInternship, '8', 'neuro'),
  ...['8A', '8B', '9A', '9B'].map((name) => opening(elective, name, 'peripheral')),
]
const rowsOfOpenings = openingRows.filter(({ id }) => wishable.includes(id!))

/** The same numbers for the same seed, on every machine (mulberry32). */
function random(seed: number) {
  let at = seed
  const next = () => {
    at = (at + 0x6d2b79f5) | 0
    let n = Math.imul(at ^ (at >>> 15), 1 | at)
    n = (n + Math.imul(n ^ (n >>> 7), 61 | n)) ^ n
    return ((n ^ (n >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number) => Math.floor(next() * n)
  const pick = <T>(list: readonly T[]): T | undefined => list[below(list.length)]
  const shuffled = <T>(list: readonly T[]) =>
    [...list]
      .map((it) => ({ it, at: next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ it }) => it)
  return { below, pick, shuffled, chance: (share: number) => next() < share }
}
type Random = ReturnType<typeof random>

beforeAll(async () => {
  await freshProgram()
  await write(async (tx) => {
    await tx.insert(t.lotteries).values({ yearId, seed: 'a season of the tests', drawnAt: start })
    await tx
      .delete(t.requirements)
      .where(and(eq(t.requirements.phase, 'to start'), eq(t.requirements.clerkshipId, clerkship(subInternship))))
  })
})
afterAll(leaveDatabase)

const people = numbers(STUDENTS + 1).map(extra)
const probe = people[STUDENTS]
const applicationId = ({ n }: Extra, slug: string) => idOf(`season ${n} ${slug}`)

/** Leaves nothing of the season before: one database serves them all. Events are deleted here and nowhere else. */
async function clear(): Promise<void> {
  const { $client } = rawDatabase()
  const { rows } = await $client.execute("select name, sql from sqlite_master where name = 'events_are_never_deleted'")
  const gone = ['events', 'notes', 'messages', 'jobs', 'waitlist_places', 'waitlists']
  const left = ['choices', 'confirmations', 'applications', 'profiles']
  await $client.batch(
    [
      'drop trigger events_are_never_deleted',
      ...gone.map((table) => `delete from ${table}`),
      'update placements set replaced_by_id = null',
      'delete from placements',
      ...left.map((table) => `delete from ${table}`),
      ...['addresses', 'roles'].map(
        (table) => `delete from ${table} where person_id in (select id from people where name like 'Robin Extra%')`,
      ),
      "delete from people where name like 'Robin Extra%'",
      String(rows[0].sql),
    ],
    'write',
  )
}

type Slot = { slug: string; blockId: string; serviceId: string | null }
const slots = (slug: string): Slot[] =>
  rowsOfOpenings
    .filter(({ clerkshipId }) => clerkshipId === clerkship(slug))
    .map(({ blockId, serviceId }) => ({ slug, blockId, serviceId }))

/** A year's openings and some students, each with one or two applications that may be placed or wait. */
async function newSeason({ below, shuffled, chance }: Random): Promise<void> {
  await clear()
  await addStudents(people)
  await write(async (tx) => {
    for (const row of blockRows) await tx.update(t.blocks).set(row).where(eq(t.blocks.id, row.id!))
    await tx
      .update(t.services)
      .set({ mostStudents: 1 + below(2) })
      .where(eq(t.services.slug, 'peripheral'))
    for (const row of rowsOfOpenings)
      await tx
        .update(t.openings)
        .set({ ...row, seats: chance(0.7) ? 1 : 2, heldSeats: 0, heldUntilOn: null })
        .where(eq(t.openings.id, row.id!))
    for (const student of people.slice(0, STUDENTS)) {
      const both = chance(0.3)
      const slug = chance(0.5) ? subInternship : elective
      for (const one of both ? [subInternship, elective] : [slug])
        await apply(
          tx,
          student,
          one,
          shuffled(slots(one)).slice(0, 1 + below(3)),
          chance(0.4) ? 'waitlisted' : 'eligible',
        )
    }
    for (const slug of [subInternship, elective]) await apply(tx, probe, slug, slots(slug), 'draft')
  })
}

type Status = 'eligible' | 'waitlisted' | 'draft'
async function apply(
  tx: Parameters<Parameters<typeof write>[0]>[0],
  student: Extra,
  slug: string,
  wishes: Slot[],
  status: Status,
) {
  const id = applicationId(student, slug)
  const sentAt = status === 'draft' ? null : start
  await tx.insert(t.applications).values({
    ...{ id, yearId, status, sentAt, requirementsAt: sentAt, statusAt: start, startedAt: start },
    reference: `IR-2026-${slug}${student.n}`,
    studentId: student.personId,
    clerkshipId: clerkship(slug),
  })
  await insertMany(
    tx,
    t.choices,
    wishes.map(({ blockId, serviceId }, at) => ({ applicationId: id, rank: at + 1, blockId, serviceId })),
  )
  const word = newId()
  await tx.insert(t.confirmations).values({
    id: word,
    ...{ applicationId: id, status: 'confirmed', askedAt: start, askedOf: 'registrar@arroyo.example' },
    ...{ replyByOn: '2026-11-23', answeredAt: start, signerName: 'Helen Marsh-Ito', signerTitle: 'Registrar' },
  })
  await tx.insert(t.events).values(storyOf(id, word, status))
}

/** The steps that led there. */
function storyOf(id: string, word: string, status: Status) {
  const told = (kind: string, of: string, step: string, from: string | null, to: string) => ({
    ...eventOf(kind, of, step, to),
    from,
    at: start,
  })
  const asked = [
    told('application', id, 'start', null, 'draft'),
    told('confirmation', word, 'ask', null, 'asked'),
    told('confirmation', word, 'confirm', 'asked', 'confirmed'),
  ]
  if (status === 'draft') return asked
  const sent = [
    told('application', id, 'send', 'draft', 'submitted'),
    told('application', id, 'make eligible', 'submitted', 'eligible'),
  ]
  const waits = status === 'waitlisted' ? [told('application', id, 'waitlist', 'eligible', 'waitlisted')] : []
  return [...asked, ...sent, ...waits]
}

type World = { now: Date; random: Random; said: string[] }
type Command = (world: World) => Promise<unknown>

const asPerson = (personId: string): Person => ({ kind: 'person', personId, name: 'A student', roles: ['student'] })
const placementsIn = async (...statuses: (typeof t.placements.$inferSelect)['status'][]) =>
  read.select().from(t.placements).where(inArray(t.placements.status, statuses)).orderBy(t.placements.applicationId)
const applicationsIn = async (...statuses: (typeof t.applications.$inferSelect)['status'][]) =>
  read.select().from(t.applications).where(inArray(t.applications.status, statuses)).orderBy(t.applications.id)

/** A command on a placement in one of these states, if there is one. */
const onPlacement =
  (
    statuses: (typeof t.placements.$inferSelect)['status'][],
    act: (it: typeof t.placements.$inferSelect, world: World) => Promise<unknown>,
  ): Command =>
  async (world) => {
    const it = world.random.pick(await placementsIn(...statuses))
    return it ? act(it, world) : NOTHING
  }

const NOTHING = 'nothing to do'
const place: Command = async ({ now, random }) => {
  const it = random.pick(await applicationsIn('eligible', 'waitlisted'))
  if (!it) return NOTHING
  const wishes = await read.select().from(t.choices).where(eq(t.choices.applicationId, it.id)).orderBy(t.choices.rank)
  const wish = random.pick(wishes)
  const wished = rowsOfOpenings.find((row) => row.blockId === wish?.blockId && row.serviceId === wish?.serviceId)?.id
  const openingId = random.chance(0.9) && wished ? wished : random.pick(wishable)!
  return placeStudent(random.pick(coordinators)!, { applicationId: it.id, openingId }, now)
}
const at = (openingId: string) => ({ yearId, openingId })

/** What anybody may do in a season, each as often as it stands here. */
const commands: Record<string, Command> = {
  place,
  overbook: async ({ now, random }) => {
    const it = random.pick(await applicationsIn('eligible'))
    if (it && random.chance(0.3))
      await overbook(adler, { applicationId: it.id, openingId: random.pick(wishable)! }, 'Asked by the chair.', now)
  },
  remove: onPlacement(['draft'], ({ id }, { now, random }) =>
    random.chance(0.3) ? removeDraft(whitlock, id, now) : Promise.resolve(NOTHING),
  ),
  'put back': async ({ now, random }) => {
    const removed = await read.query.events.findMany({ where: eq(t.events.step, 'remove'), orderBy: t.events.at })
    return removed.length > 0 ? putBack(whitlock, random.pick(removed.slice(-5))!.subjectId, now) : NOTHING
  },
  pin: onPlacement(['draft'], ({ id }, { now }) => pinPlacement(pierce, id, true, now)),
  publish: async ({ now, random }) => {
    const drafts = await placementsIn('draft')
    if (drafts.length > 0)
      await publishDrafts(
        random.pick(coordinators)!,
        yearId,
        { placementIds: drafts.map(({ id }) => id), daysSet: {} },
        now,
      )
  },
  retract: async ({ now, random }) => {
    const me = random.pick(coordinators)!
    const [last] = random.chance(0.3) ? await publishedBy(me, yearId, now) : []
    return last ? retractOffers(me, yearId, last.at, now) : NOTHING
  },
  accept: onPlacement(['offered'], ({ id, studentId }, { now }) => acceptOffer(asPerson(studentId), id, now)),
  'accept again': onPlacement(['offered', 'accepted'], ({ id, studentId }, { now }) =>
    acceptOffer(asPerson(studentId), id, now),
  ),
  decline: onPlacement(['offered'], ({ id, studentId }, { now }) =>
    declineOffer(asPerson(studentId), id, undefined, now),
  ),
  lapse: ({ now }) => lapseOffers(now),
  remind: ({ now }) => remindOfOffers(now),
  'give up': onPlacement(['offered', 'accepted', 'confirmed'], ({ id, studentId }, { now }) =>
    withdrawPlacement(asPerson(studentId), id, undefined, now),
  ),
  withdraw: async ({ now, random }) => {
    const it = random.pick(await applicationsIn('eligible', 'waitlisted', 'placed'))
    if (it && random.chance(0.3)) await withdrawApplication(asPerson(it.studentId), it.id, undefined, now)
  },
  cancel: onPlacement(['offered', 'accepted', 'confirmed'], ({ id }, { now }) =>
    cancelPlacement(whitlock, id, 'A room is closed.', now),
  ),
  waitlist: async ({ now, random }) => {
    const it = random.pick(await applicationsIn('eligible'))
    return it ? putOnWaitlist(whitlock, it.id, now) : NOTHING
  },
  'ask for the waitlist': onPlacement(['lapsed'], ({ id, studentId }, { now }) =>
    askForWaitlist(asPerson(studentId), id, now),
  ),
  promote: ({ now }) => moveWaitlists(now),
  'offer by hand': async ({ now, random }) => {
    const openingId = random.pick(wishable)!
    const { students } = await findWaitlist(whitlock, at(openingId), now)
    const it = random.pick(students)
    if (it) await offerFromWaitlist(pierce, { ...at(openingId), applicationId: it.id }, undefined, now)
  },
  pause: ({ now, random }) => pauseWaitlist(whitlock, at(random.pick(wishable)!), 'Wait.', now),
  resume: ({ now, random }) => resumeWaitlist(pierce, at(random.pick(wishable)!), now),
  'change seats': async ({ now, random }) => {
    const slug = random.pick([subInternship, elective])!
    const { version } = await seatRecord(whitlock, yearId, slug)
    const { blockId, serviceId } = random.pick(slots(slug))!
    const rows = { [blockId]: { seats: { [serviceId!]: String(random.below(3)) } } }
    await saveSeats(whitlock, { yearId, slug }, seatsForm.parse({ version: `${version}`, rows }), now)
  },
  'move a block': async ({ now, random }) => {
    const name = random.pick(['8', '9'])!
    const { block: typed } = await blockRecord(whitlock, yearId, block(name))
    const by = random.pick([-14, -7, 7, 14])!
    const moved = <T extends { firstOn: Typed; lastOn: Typed; applyByOn: Typed }>(it: T) => ({
      ...it,
      firstOn: shifted(it.firstOn, by),
      lastOn: shifted(it.lastOn, by),
    })
    const form = blockForm.safeParse({
      ...moved(typed),
      version: String(typed.version),
      halves: typed.halves.map(moved),
    })
    if (form.success) await saveBlock(whitlock, yearId, block(name), form.data, now)
  },
  'move a block with its students': ({ now, random }) =>
    planChange(random, now, (days) => random.pick(days)?.firstOn ?? null),
  'cancel a block': ({ now, random }) =>
    random.chance(0.2) ? planChange(random, now, () => null) : Promise.resolve(NOTHING),
  'drop a plan': ({ now, random }) =>
    random.chance(0.3)
      ? dropBlockChange(pierce, { yearId, blockId: block(random.pick(['8', '9'])!) }, now)
      : Promise.resolve(NOTHING),
  'carry plans out': ({ now }) => carryPlansOut(now),
  confirm: ({ now }) => confirmReady(now),
  'close the first day': ({ now }) => cancelUnconfirmed(now),
  complete: ({ now }) => completeOver(now),
}

/** A change of a block as its page makes it: looked at, then confirmed; some of who lose a place get other dates. */
async function planChange({ pick, chance }: Random, now: Date, chosen: (days: Span[]) => string | null) {
  const [me, which] = [pick(coordinators)!, { yearId, blockId: block(pick(['8', '9'])!) }]
  const { move, block: is } = await findBlockChange(me, which, null, now)
  const near = move.options.filter(({ firstOn }) => Math.abs(daysFrom(is.firstOn, firstOn)) <= 28)
  const to = chosen(near.filter(({ firstOn }) => firstOn !== is.firstOn))
  const { touched, version } = await findBlockChange(me, which, to, now)
  const others = touched.flatMap(({ it, alternates: [best] }) =>
    best && chance(0.7) ? [[it.placement.id, best.id]] : [],
  )
  return planBlockChange(
    me,
    which,
    { to, version, reason: 'A room is closed.', instead: Object.fromEntries(others) },
    now,
  )
}

/** A plan that cannot be carried out any more says why on the board, where it is dropped. */
async function carryPlansOut(now: Date): Promise<unknown> {
  const isPlanned = and(eq(t.jobs.name, CHANGING), eq(t.jobs.state, 'due'), lte(t.jobs.dueAt, now))
  const due = await read.select().from(t.jobs).where(isPlanned)
  for (const { id, input } of due) {
    const end = await changeBlock({ id, input }, now).then(
      () => 'done' as const,
      (thrown) => {
        if (!(thrown instanceof Response)) throw thrown
        return 'cancelled' as const
      },
    )
    await write((tx) => tx.update(t.jobs).set({ state: end }).where(eq(t.jobs.id, id)))
  }
  return due.length > 0 ? undefined : NOTHING
}

type Span = { firstOn: string }
type Typed = { year: string; month: string; day: string }
function shifted({ year, month, day }: Typed, by: number): Typed {
  const [y, m, d] = addDays(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, by).split('-')
  return { year: y, month: String(Number(m)), day: String(Number(d)) }
}

/** What happens most in a season happens most here. */
const often = ['place', 'place', 'publish', 'publish', 'accept', 'decline', 'promote', 'cancel', 'give up']

/** Several callers at once, some hours, then again; a refusal is an answer, anything else a bug. */
async function play(world: World): Promise<void> {
  const names = [...Object.keys(commands), ...often, ...often]
  for (let round = 0; round < ROUNDS; round++) {
    const callers = Array.from({ length: CALLERS }, () => [world.random.pick(names)!, world.random.pick(names)!])
    await Promise.all(
      callers.map(async (mine, caller) => {
        for (const name of mine) {
          const answer = await answerOf(() => commands[name](world))
          world.said.push(`round ${round}, caller ${caller}: ${name} → ${answer}`)
        }
      }),
    )
    world.now = new Date(world.now.getTime() + world.random.below(8 * 24) * 3_600_000)
  }
}

async function answerOf(work: () => Promise<unknown>): Promise<string> {
  try {
    const done = await work()
    return done === NOTHING ? NOTHING : 'done'
  } catch (thrown) {
    if (thrown instanceof Response && [403, 404, 409].includes(thrown.status))
      return `${thrown.status} ${await thrown.text()}`
    throw thrown
  }
}

/** What falls due by itself has been done. */
async function settle({ now }: World): Promise<void> {
  for (const work of [carryPlansOut, lapseOffers, confirmReady, cancelUnconfirmed, completeOver, moveWaitlists])
    await work(now)
}

const said: Record<string, string> = {
  offer: 'placement.offer',
  decline: 'placement.declined',
  lapse: 'placement.lapsed',
  withdraw: 'placement.withdrawn',
  cancel: 'placement.cancelled',
  confirm: 'placement.confirmed',
}

/**
 * Each step of a placement is told once, no more; an offer that was taken back is not told, and one that ended before
 * its message went out need not be, nor that it was cancelled then.
 */
async function mistold(): Promise<string[]> {
  const messages = await read.select().from(t.messages).where(like(t.messages.kind, 'placement.%'))
  const steps = await read.select().from(t.events).where(eq(t.events.subjectKind, 'placement'))
  const placements = await read.select().from(t.placements)
  const sent = (id: string, kind: string) =>
    messages.filter((it) => it.subjectId === id && it.kind === kind && it.status !== 'withdrawn').length
  const taken = (id: string, step: string) => steps.filter((it) => it.subjectId === id && it.step === step).length
  const wasHeld = (id: string): boolean =>
    taken(id, 'accept') > 0 ||
    placements.some((old) => old.replacedById === id && taken(old.id, 'move') > 0 && wasHeld(old.id))
  const isUntold = (id: string) => messages.every((it) => it.subjectId !== id || it.status === 'withdrawn')
  return placements.flatMap(({ id, status }) => [
    ...Object.entries(said).flatMap(([step, kind]) => {
      const n = taken(id, step) - (step === 'offer' ? taken(id, 'retract') : 0)
      const told = sent(id, kind) + (step === 'offer' ? sent(id, 'placement.moved') : 0)
      const isOver = step === 'offer' ? status !== 'offered' : step === 'cancel' && isUntold(id)
      return told === n || (isOver && told < n)
        ? []
        : [`${kind} went out ${told} times for ${n} times ${step} of ${id}, ${status}`]
    }),
    ...(sent(id, 'placement.school-told') === (wasHeld(id) ? taken(id, 'withdraw') : 0)
      ? []
      : [`the school of ${id} was not told once, or of nothing`]),
    ...(sent(id, 'placement.reminder') > 2 * taken(id, 'offer') ? [`${id} was reminded too often`] : []),
  ])
}

/** A seat that is free by the days and seats can be given to somebody new, and no other can: none is lost. */
async function lost({ now }: World): Promise<string[]> {
  await write((tx) =>
    tx.update(t.applications).set({ status: 'eligible' }).where(eq(t.applications.studentId, probe.personId)),
  )
  const wrong: string[] = []
  for (const row of rowsOfOpenings) {
    const has = await hasRoom(row.id!, now)
    const slug = row.clerkshipId === clerkship(subInternship) ? subInternship : elective
    const answer = await placeStudent(
      whitlock,
      { applicationId: applicationId(probe, slug), openingId: row.id! },
      now,
    ).then(
      (id) => id,
      async (thrown) => thrown as Response,
    )
    const isPlaced = typeof answer === 'string'
    if (isPlaced !== has)
      wrong.push(`${row.id}: ${has ? 'a' : 'no'} seat is free; ${isPlaced ? 'given' : await answer.text()}`)
    if (typeof answer === 'string') await removeDraft(whitlock, answer, now)
  }
  return wrong
}

/** Counted apart from the portal's rules: seats of the opening, and each day of the service. */
async function hasRoom(id: string, now: Date): Promise<boolean> {
  const [it] = await read
    .select({ seats: t.openings.seats, block: t.blocks, service: t.services })
    .from(t.openings)
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .innerJoin(t.services, eq(t.services.id, t.openings.serviceId))
    .where(eq(t.openings.id, id))
  const { firstOn, lastOn } = it.block
  const held = await read
    .select({ openingId: t.placements.openingId, firstOn: t.blocks.firstOn, lastOn: t.blocks.lastOn })
    .from(t.placements)
    .innerJoin(t.openings, eq(t.openings.id, t.placements.openingId))
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .where(
      and(
        inArray(t.placements.status, [...livePlacement]),
        eq(t.openings.serviceId, it.service.id),
        lte(t.blocks.firstOn, lastOn),
        gte(t.blocks.lastOn, firstOn),
      ),
    )
  const isFull = daysBetween(firstOn, lastOn).some(
    (day) => held.filter((one) => one.firstOn <= day && day <= one.lastOn).length >= it.service.mostStudents,
  )
  return !isFull && held.filter(({ openingId }) => openingId === id).length < it.seats && firstOn > dayAt(now)
}

const what = 'of commands from several callers at once break no rule, lose no seat and tell everything once'

test(`${SEEDS} seasons ${what}`, async () => {
  const wrong: string[] = []
  const tally: Record<string, number> = {}
  let moves = 0
  for (const seed of numbers(SEEDS, FROM)) {
    const world: World = { now: start, random: random(seed), said: [] }
    await newSeason(world.random)
    await play(world)
    await settle(world)
    const found = [...(await brokenRules(world.now)), ...(await mistold()), ...(await lost(world))]
    if (found.length > 0) wrong.push(`season ${seed}:\n${[...found, ...world.said].join('\n')}`)
    for (const line of world.said) {
      const [, name, answer] = /: (.*) → (\w+)/.exec(line)!
      tally[`${name} ${answer}`] = (tally[`${name} ${answer}`] ?? 0) + 1
    }
    const moved = and(eq(t.events.subjectKind, 'placement'), eq(t.events.step, 'move'))
    moves += (await read.select().from(t.events).where(moved)).length
    if (wrong.length > 2) break
  }
  expect(wrong.join('\n\n')).toBe('')
  if (SEEDS < 50) return
  expect(moves, 'students asked again').toBeGreaterThan(SEEDS / 10)
  const told = ['accept', 'decline', 'lapse', 'cancel', 'promote', 'publish', 'give up', 'carry plans out']
  for (const name of told) expect(tally[`${name} done`], name).toBeGreaterThan(0)
}, 3_600_000)

import { eq, inArray } from 'drizzle-orm'
import { closeDatabase, openDatabase, write } from '#db/client'
import * as t from '#db/schema/index'
import { block, yearId } from '#db/seed/calendar'
import { idOf, staff } from '#db/seed/cast'
import { clerkship, opening, subInternship } from '#db/seed/clerkships'
import { requirement } from '#db/seed/requirements'
import { insertMany } from '#db/seed/rows'
import { school } from '#db/seed/schools'

type Application = typeof t.applications.$inferInsert
type Paper = typeof t.documents.$inferInsert
type Placement = typeof t.placements.$inferInsert
/** A made-up student beside the cast, by number. */
export type Extra = { n: number; personId: string; name: string; familyName: string; applicationId: string }

const at = new Date('2026-11-02T18:00:00Z')

/** `count` numbers from `from` on. */
export const numbers = (count: number, from = 0) => Array.from({ length: count }, (_, k) => from + k)

export const extra = (n: number): Extra => ({
  n,
  personId: idOf(`extra person ${n}`),
  name: `Robin Extra${n}`,
  familyName: `Extra${n}`,
  applicationId: idOf(`extra application ${n}`),
})

/** An event of an extra row, since every step leaves one. */
export const eventOf = (subjectKind: string, subjectId: string, step: string, to: string) => ({
  at,
  actorKind: 'person' as const,
  personId: staff.whitlock.personId,
  actorName: staff.whitlock.name,
  subjectKind,
  subjectId,
  step,
  to,
})

/** Fourth-year students of an affiliated school, each with an account and a profile. */
export function addStudents(them: Extra[]): Promise<void> {
  return write(async (tx) => {
    const createdAt = at
    await insertMany(
      tx,
      t.people,
      them.map(({ personId: id, name, familyName }) => ({ id, name, familyName, createdAt })),
    )
    const address = ({ personId, n }: Extra) => ({ personId, email: `extra${n}@students.example`, isPrimary: true })
    await insertMany(
      tx,
      t.addresses,
      them.map((one) => ({ ...address(one), verifiedAt: at })),
    )
    await insertMany(
      tx,
      t.roles,
      them.map(({ personId }) => ({ personId, role: 'student' as const })),
    )
    await insertMany(tx, t.profiles, them.map(profileOf))
  })
}

const profileOf = ({ personId }: Extra): typeof t.profiles.$inferInsert => ({
  personId,
  schoolId: school('arroyo'),
  registrarEmail: 'registrar@arroyo.example',
  promotesOn: '2026-05-18',
  graduatesOn: '2027-06-25',
  medicineDoneOn: '2025-11-21',
  surgeryDoneOn: '2026-01-30',
  exam: 'step-1',
  examPassedOn: '2025-04-11',
  emergencyName: 'The family',
  emergencyPhone: '213-555-0188',
  updatedAt: at,
})

/** Their applications for the sub-internship in this state, each wishing for this block on any service. */
export function addApplications(them: Extra[], status: Application['status'], wish = '11'): Promise<void> {
  const sentAt = status === 'draft' ? null : at
  return write(async (tx) => {
    const row = ({ applicationId: id, personId: studentId, n }: Extra) => ({
      ...{
        id,
        studentId,
        status,
        sentAt,
        requirementsAt: sentAt,
        yearId,
        statement: 'I want to learn.',
        statusAt: at,
        startedAt: at,
      },
      reference: `IR-2026-X${n}`,
      clerkshipId: clerkship(subInternship),
      replyByOn: '2026-12-15',
    })
    await insertMany(tx, t.applications, them.map(row))
    const blockId = block(wish)
    await insertMany(
      tx,
      t.choices,
      them.map(({ applicationId }) => ({ applicationId, rank: 1, blockId })),
    )
    await insertMany(tx, t.confirmations, them.map(wordOf))
    await insertMany(
      tx,
      t.events,
      them.map(({ applicationId }) =>
        eventOf('application', applicationId, status === 'draft' ? 'start' : 'send', status),
      ),
    )
  })
}

/** As many more who wait for block 11 or else 12 in this file of a portal, and room for them all. */
export async function letWait(database: string, count: number): Promise<void> {
  openDatabase({ url: `file:${database}` })
  const them = numbers(count).map(extra)
  await addStudents(them)
  await addApplications(them, 'eligible', '11')
  await write(async (tx) => {
    const second = ({ applicationId }: Extra) => ({ applicationId, rank: 2, blockId: block('12') })
    await tx.insert(t.choices).values(them.map(second))
    const isLate = inArray(t.openings.blockId, [block('11'), block('12')])
    await tx.update(t.openings).set({ seats: 16, heldSeats: 0, heldUntilOn: null }).where(isLate)
    await tx.update(t.services).set({ mostStudents: 30 }).where(eq(t.services.takesStudents, true))
  })
  closeDatabase()
}

const wordOf = ({ applicationId }: Extra): typeof t.confirmations.$inferInsert => ({
  applicationId,
  status: 'confirmed',
  askedAt: at,
  askedOf: 'registrar@arroyo.example',
  replyByOn: '2026-11-23',
  answeredAt: at,
  signerName: 'Helen Marsh-Ito',
  signerTitle: 'Registrar',
})

export const placementOf = ({ n }: Pick<Extra, 'n'>) => idOf(`extra placement ${n}`)

/** Places them in this block on peripheral IR, whatever the seats: for pages that must bear it. */
export function addPlacements(them: Extra[], status: Placement['status'], blockName: string): Promise<void> {
  const openingId = opening(subInternship, blockName, 'peripheral')
  return write(async (tx) => {
    const row = ({ n, applicationId, personId: studentId }: Extra): Placement => ({
      ...{ id: placementOf({ n }), applicationId, studentId, openingId, status, statusAt: at },
      placedById: staff.whitlock.personId,
      expiresAt: new Date('2026-12-08T08:00:00Z'),
    })
    await insertMany(tx, t.placements, them.map(row))
    await insertMany(
      tx,
      t.events,
      them.map((one) => eventOf('placement', placementOf(one), 'place', status)),
    )
  })
}

/** Lets them sign in by a button, as the demo's cast does. */
export function addToCast(them: Extra[]): Promise<void> {
  const member = ({ personId, n }: Extra) => ({
    personId,
    group: 'students' as const,
    hint: 'An extra',
    rank: 1000 + n,
  })
  return write((tx) => insertMany(tx, t.cast, them.map(member)))
}

export const paperOf = ({ n }: Pick<Extra, 'n'>, key: string) => idOf(`extra document ${n} ${key}`)

/** The three papers that an application is sent with, in one of their states, each with a file. */
export function addPapers(them: Extra[], status: Paper['status'] = 'received'): Promise<void> {
  const keys = ['cv', 'transcript', 'immunization-form']
  const rows = them.flatMap((one) => keys.map((key) => paper(one, key, status)))
  return write(async (tx) => {
    await insertMany(tx, t.files, rows.map(fileOf))
    await insertMany(tx, t.documents, rows)
    await insertMany(
      tx,
      t.events,
      rows.map(({ id }) => eventOf('document', id, 'hand in', status)),
    )
  })
}

const paper = ({ n, personId: studentId, applicationId }: Extra, key: string, status: Paper['status']) => ({
  ...{ id: paperOf({ n }, key), studentId, applicationId, status, isCurrent: true, handedInAt: at },
  fileId: idOf(`file of ${paperOf({ n }, key)}`),
  requirementId: requirement(subInternship, key),
  datedOn: key === 'transcript' ? '2026-10-30' : null,
})

const fileOf = ({ fileId: id, studentId: ownerId }: ReturnType<typeof paper>) => ({
  id,
  ownerId,
  storedAs: id,
  name: 'paper.pdf',
  type: 'application/pdf',
  size: 1000,
  sha256: id,
  createdAt: at,
})

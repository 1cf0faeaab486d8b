import { read, write } from '#db/client'
import { letters } from '#db/schema/index'
import { attendings, residents, students } from '#db/seed/cast'

const { marsh } = students

/**
 * What stands in a URL's place of `:name`, in a database with the demo year: the records of Theo Marsh's finished
 * rotation, which Elias Brandt must evaluate. A URL with another parameter needs a line here.
 */
export async function recordsOfMarsh(): Promise<Record<string, string>> {
  const placement = (await read.query.placements.findMany()).find((it) => it.studentId === marsh.personId)!
  const application = (await read.query.applications.findMany()).find((it) => it.studentId === marsh.personId)!
  const opening = (await read.query.openings.findMany()).find((it) => it.id === placement.openingId)!
  const document = (await read.query.documents.findMany()).find((it) => it.applicationId === application.id)
  return {
    applicationId: application.id,
    placementId: placement.id,
    evaluationId: await evaluationOfMarsh(),
    blockId: opening.blockId,
    openingId: opening.id,
    documentId: document?.id ?? 'none',
    letterId: await letterOf(placement.id),
    requirement: 'cv',
    year: '2026-27',
    slug: 'sub-internship',
    serviceSlug: 'peripheral',
    pgy: '5',
    of: 'training',
    personId: attendings.bauer.personId,
    token: 'no-such-token',
    by: 'day',
  }
}

/** What Elias Brandt must say about him. */
export async function evaluationOfMarsh(): Promise<string> {
  const rows = await read.query.evaluations.findMany()
  return rows.find((it) => it.subjectId === marsh.personId && it.authorId === residents.brandt.personId)!.id
}

/** A signed letter of the program director about Theo Marsh, who did not waive the right to read it. */
async function letterOf(placementId: string): Promise<string> {
  const at = new Date('2026-11-20T18:00:00Z')
  const [{ id }] = await write((tx) =>
    tx
      .insert(letters)
      .values({
        ...{ placementId, studentId: marsh.personId, authorId: attendings.adler.personId },
        ...{ status: 'signed', requestedAt: at, consentedAt: at, signedAt: at, body: 'I know Theo Marsh well.' },
        ...{ hasWaived: false, signerName: marsh.name, erasLetterId: 'ERAS-1', aamcId: '12345678' },
      })
      .returning({ id: letters.id }),
  )
  return id
}

/** A URL of the route table with these records in it. */
export const filled = (url: string, records: Record<string, string>) =>
  url.replace(/:(\w+)\??/g, (_, name: string) => records[name] ?? `no-${name}`)

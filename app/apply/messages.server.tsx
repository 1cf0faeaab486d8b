import { and, eq, type SQL, sql } from 'drizzle-orm'
import { post } from '#app/mail/messages.server'
import { hashOf } from '#app/people/token.server'
import { dayText } from '#app/ui/time'
import type { Tx } from '#db/client'
import { addresses, people, program } from '#db/schema/index'
import type { Confirmation } from './confirmation'
import type { ApplicationHead } from './records.server'

/** Where a student's mail goes and the name to greet, with what the program says in every message. */
export type Student = { name: string; email: string; contact: string; undoMinutes: number }

/** The student's address; undefined for one without. */
export async function studentAddress(tx: Tx, studentId: string | SQL<string>): Promise<Student | undefined> {
  const [row] = await tx
    .select({
      name: people.name,
      email: addresses.email,
      contact: program.contactEmail,
      undoMinutes: program.undoMinutes,
    })
    .from(people)
    .innerJoin(addresses, and(eq(addresses.personId, people.id), eq(addresses.isPrimary, true)))
    .innerJoin(program, eq(program.id, 1))
    .where(eq(people.id, studentId))
  return row
}

/** The same for whoever owns this application. */
export const studentOf = (tx: Tx, applicationId: string) =>
  studentAddress(tx, sql<string>`(select student_id from applications where id = ${applicationId})`)

/** To the student: it has arrived, and when we reply. */
export async function postSent(tx: Tx, to: Student, { application, clerkship, program }: ApplicationHead, now: Date) {
  await post(
    tx,
    {
      key: `application.sent:${application.id}:${now.getTime()}`,
      kind: 'application.sent',
      to: to.email,
      subject: `Your application ${application.reference} has arrived`,
      paragraphs: [
        `${to.name}, we have your application for the ${lower(clerkship.name)}.`,
        `We reply by ${dayText(application.replyByOn!, { weekday: true })}. Until then you have nothing to do.`,
        `Questions: ${program.contactEmail}, ${program.contactPhone}.`,
      ],
      link: { label: 'See your application', path: `/applications/${application.id}` },
      about: { kind: 'application', id: application.id },
    },
    now,
  )
}

type Asked = ApplicationHead & { id: string; token: string; email: string; replyByOn: string }

/** To the registrar: the link that confirms or declines, and nothing else. */
export async function postToSchool(tx: Tx, { student, clerkship, program, ...it }: Asked, now: Date): Promise<void> {
  await post(
    tx,
    {
      key: `confirmation.asked:${hashOf(it.token)}`,
      kind: 'confirmation.asked',
      to: it.email,
      subject: `Please confirm a student of yours: ${student.name}`,
      paragraphs: [
        `${student.name} applies for the ${lower(clerkship.name)} at ${program.hospital}.`,
        `We need your word on standing, year of study and malpractice cover by ${longDay(it.replyByOn)}.`,
        'The link opens one page. You need no account. It can be answered once.',
        `Questions: ${program.contactEmail}, ${program.contactPhone}.`,
      ],
      link: { label: 'Confirm or decline', path: `/s/${it.token}` },
      about: { kind: 'confirmation', id: it.id },
    },
    now,
  )
}

/** To the student: what the school answered. */
export async function postAnswered(tx: Tx, to: Student, it: Confirmation, now: Date): Promise<void> {
  await post(
    tx,
    {
      ...answered(to.name, it.status === 'confirmed'),
      key: `confirmation.answered:${it.id}:${now.getTime()}`,
      kind: 'confirmation.answered',
      to: to.email,
      link: { label: 'See your application', path: `/applications/${it.applicationId}` },
      about: { kind: 'confirmation', id: it.id },
    },
    now,
  )
}

const answered = (name: string, hasConfirmed: boolean) =>
  hasConfirmed
    ? {
        subject: 'Your school has confirmed you',
        paragraphs: [`${name}, your school has answered: you are confirmed. You have nothing to do.`],
      }
    : {
        subject: 'Your school has not confirmed you',
        paragraphs: [`${name}, your school did not confirm you. Talk to your registrar, then ask again.`],
      }

const longDay = (on: string) => dayText(on, { weekday: true })
const lower = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)

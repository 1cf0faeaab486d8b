import { lte, sql } from 'drizzle-orm'
import { setDemoClock } from '#app/workflow/clock.server'
import { read, type Tx, write } from '#db/client'
import * as table from '#db/schema/index'
import { applying } from './applications'
import { blockRows, conferenceRows, holidayRows, yearRows } from './calendar'
import { clerkshipRows, lotteryRow, openingRows, windowRows } from './clerkships'
import { writeAside } from './copy'
import { curriculumRows } from './curriculum'
import { handingIn } from './documents'
import { evaluating, grading, questionnaireRows, writing } from './evaluations'
import { keepPapers } from './papers'
import { addressRows, castRows, peopleRows, roleRows } from './people'
import { pairing, placing } from './placements'
import { familyRows, programRow, serviceRows, sessionRows, sessionTimeRows } from './program'
import { requirementRows } from './requirements'
import { scoring } from './reviews'
import { agreementRows, schoolRows } from './schools'
import { tellStory } from './story'
import { absenceRows, clinicRows, dutyRows, supervisorRows } from './supervisors'
import '#app/follows.server'

/** Tuesday, November 24, 2026, 9:00 AM PT: where the demo's clock starts. */
export const demoStartsAt = new Date('2026-11-24T17:00:00Z')

/** Who and what the program is, as rows: people, services, calendar, clerkships, schools, schedules. */
export async function seedProgram(tx: Tx): Promise<void> {
  await tx.insert(table.program).values(programRow)
  await tx.insert(table.people).values(peopleRows)
  await tx.insert(table.addresses).values(addressRows)
  await tx.insert(table.roles).values(roleRows)
  await tx.insert(table.cast).values(castRows)
  await tx.insert(table.services).values(serviceRows)
  await tx.insert(table.sessions).values(sessionRows)
  await tx.insert(table.sessionTimes).values(sessionTimeRows)
  await tx.insert(table.procedureFamilies).values(familyRows)
  await tx.insert(table.curriculum).values(curriculumRows)
  await tx.insert(table.academicYears).values(yearRows)
  await tx.insert(table.blocks).values(blockRows)
  await tx.insert(table.holidays).values(holidayRows)
  await tx.insert(table.conferences).values(conferenceRows)
  await tx.insert(table.clerkships).values(clerkshipRows)
  await tx.insert(table.windows).values(windowRows)
  await tx.insert(table.openings).values(openingRows)
  await tx.insert(table.requirements).values(requirementRows)
  await tx.insert(table.schools).values(schoolRows)
  await tx.insert(table.agreements).values(agreementRows)
  await tx.insert(table.supervisors).values(supervisorRows)
  await tx.insert(table.duties).values(dutyRows)
  await tx.insert(table.absences).values(absenceRows)
  await tx.insert(table.clinics).values(clinicRows)
}

/** What was there before the first student came. */
async function seedSeason(tx: Tx): Promise<void> {
  await tx.insert(table.lotteries).values(lotteryRow)
  await tx.insert(table.questionnaires).values(questionnaireRows)
}

/**
 * The 44 applications and all that became of them, by the commands of the pages and the jobs themselves, from the
 * first student in February to the morning on which the demo starts: a seed that runs is a test that passes. Only
 * that the messages have gone out is written as rows, since a demo would print each of them.
 */
async function tellLives(): Promise<void> {
  const papers = await keepPapers()
  const apart = [applying, handingIn(papers), scoring, placing, pairing, evaluating, grading, writing]
  await tellStory(apart.flat())
  const isOver = lte(table.messages.notBeforeAt, demoStartsAt)
  const sent = { status: 'sent' as const, sentAt: sql`${table.messages.notBeforeAt}`, attempts: 1 }
  await write((tx) => tx.update(table.messages).set(sent).where(isOver))
}

/** Fills an empty, migrated database with the demo year and marks it as a demo: the same rows each time. */
export async function seedDemo(): Promise<void> {
  await writeAside(async () => {
    await write(seedProgram)
    await write(seedSeason)
    await tellLives()
    await setDemoClock(demoStartsAt)
  })
  await setDemoClock(demoStartsAt)
}

/** Loads the demo year unless somebody is in the database already; returns whether it did. */
export async function seedIfEmpty(): Promise<boolean> {
  if (await read.query.program.findFirst()) return false
  await seedDemo()
  return true
}

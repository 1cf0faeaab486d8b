import { setDemoClock } from '#app/workflow/clock.server'
import { read, type Tx, write } from '#db/client'
import * as table from '#db/schema/index'
import { applicationRows, choiceRows, confirmationRows, profileRows } from './applications'
import { blockRows, conferenceRows, holidayRows, yearRows } from './calendar'
import { clerkshipRows, lotteryRow, openingRows, windowRows } from './clerkships'
import { curriculumRows } from './curriculum'
import { documentRows } from './documents'
import { evaluationRows, gradeRows, letterRows, questionnaireRows, signedGradeRows, signedRows } from './evaluations'
import { happened, told } from './history'
import { keepPapers } from './papers'
import { addressRows, castRows, peopleRows, roleRows } from './people'
import { pairingRows, placementRows, recordRows } from './placements'
import { familyRows, programRow, serviceRows, sessionRows, sessionTimeRows } from './program'
import { requirementRows } from './requirements'
import { reviewRows } from './reviews'
import { agreementRows, schoolRows } from './schools'
import { absenceRows, clinicRows, dutyRows, supervisorRows } from './supervisors'

/** Tuesday, November 24, 2026, 9:00 AM PT: where the demo's clock starts. */
export const demoStartsAt = new Date('2026-11-24T17:00:00Z')

/** Who and what the program is: people, services, calendar, clerkships, schools, schedules. */
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

/** The 44 applications as they stand, with every step that led there. */
export async function seedLives(tx: Tx, kept: Awaited<ReturnType<typeof keepPapers>>): Promise<void> {
  await tx.insert(table.files).values(kept)
  await tx.insert(table.profiles).values(profileRows)
  await tx.insert(table.applications).values(applicationRows)
  await tx.insert(table.choices).values(choiceRows)
  await tx.insert(table.confirmations).values(confirmationRows)
  await tx.insert(table.documents).values(documentRows)
  await tx.insert(table.reviews).values(reviewRows)
  await tx.insert(table.lotteries).values(lotteryRow)
  await tx.insert(table.placements).values(placementRows)
  await tx.insert(table.attendingsOfRecord).values(recordRows)
  await tx.insert(table.pairings).values(pairingRows)
  await tx.insert(table.questionnaires).values(questionnaireRows)
  await tx.insert(table.evaluations).values(evaluationRows)
  await tx.insert(table.signedAnswers).values(signedRows)
  await tx.insert(table.grades).values(gradeRows)
  await tx.insert(table.signedGrades).values(signedGradeRows)
  await tx.insert(table.letters).values(letterRows)
  await tx.insert(table.notes).values(told)
  for (let at = 0; at < happened.length; at += 500) await tx.insert(table.events).values(inOrder().slice(at, at + 500))
}

const inOrder = () => [...happened].sort((a, b) => a.at.getTime() - b.at.getTime())

/** Fills an empty, migrated database with the demo year and marks it as a demo: the same rows each time. */
export async function seedDemo(): Promise<void> {
  const kept = await keepPapers()
  await write(seedProgram)
  await write((tx) => seedLives(tx, kept))
  await setDemoClock(demoStartsAt)
}

/** Loads the demo year unless somebody is in the database already; returns whether it did. */
export async function seedIfEmpty(): Promise<boolean> {
  if (await read.query.program.findFirst()) return false
  await seedDemo()
  return true
}

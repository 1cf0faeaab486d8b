import { fileFacts } from '#app/files/file'
import { daysText, dayText, instantText } from '#app/ui/time'
import { wishName } from './choice'
import { confirmationTags } from './confirmation'
import { documentTags } from './document'
import { type Judged, judgedOf } from './judged.server'
import { schoolNameOf } from './profiles.server'
import type { ApplicationRecord } from './records.server'
import { takesFile } from './requirement'

export type Answer = { term: string; value: string; file?: string; to?: string }
/** A group of answers and the page that changes them, unless each has its own. */
export type AnswerGroup = { title: string; to?: string; answers: Answer[] }

/** Everything a student has answered, as it is sent. */
export function answersOf(it: ApplicationRecord, now: Date): AnswerGroup[] {
  const here = `/applications/${it.application.id}`
  const papers = judgedOf(it, 'to apply', now).filter(({ requirement }) => takesFile(requirement))
  return [
    { title: 'Where you study', to: `/profile?next=${encodeURIComponent(`${here}/check`)}`, answers: studyAnswers(it) },
    { title: 'Your dates', to: `${here}/choices`, answers: dateAnswers(it) },
    { title: 'What you hand in', answers: papers.map((one) => paperAnswer(here, one)) },
    {
      title: 'Your statement',
      to: `${here}/statement`,
      answers: [{ term: 'Statement', value: it.application.statement ?? '' }],
    },
    { title: 'Your school’s word', to: `${here}/confirmation`, answers: schoolAnswers(it) },
  ]
}

function studyAnswers({ profile: row }: ApplicationRecord): Answer[] {
  const profile = row?.profile
  const day = (on: string | null | undefined) => (on ? dayText(on, { year: true }) : '')
  const exam = profile?.exam && { 'step-1': 'USMLE Step 1', 'level-1': 'COMLEX Level 1' }[profile.exam]
  return [
    { term: 'School', value: schoolNameOf(row) },
    { term: 'Registrar', value: profile?.registrarEmail ?? '' },
    { term: '4th year from', value: day(profile?.promotesOn) },
    { term: 'Graduation', value: day(profile?.graduatesOn) },
    { term: 'Medicine done', value: day(profile?.medicineDoneOn) },
    { term: 'Surgery done', value: day(profile?.surgeryDoneOn) },
    { term: 'Examination', value: exam ? `${exam}, passed ${day(profile?.examPassedOn)}` : '' },
    { term: 'Emergency contact', value: [profile?.emergencyName, profile?.emergencyPhone].filter(Boolean).join(', ') },
  ]
}

const dateAnswers = ({ choices }: ApplicationRecord): Answer[] =>
  choices.map(({ choice, block, service }) => ({
    term: `Wish ${choice.rank}`,
    value: `${wishName(block, service)}, ${daysText(block.firstOn, block.lastOn, { year: true })}`,
  }))

function paperAnswer(here: string, { requirement, document: row }: Judged): Answer {
  const to = `${here}/documents/${requirement.key}`
  if (!row) return { term: requirement.name, value: '', to }
  const { document, file } = row
  const dated = document.datedOn && `dated ${dayText(document.datedOn, { year: true })}`
  const state = documentTags[document.status].label.toLowerCase()
  const value = [file && fileFacts(file), dated, state].filter(Boolean).join(' · ')
  return { term: requirement.name, value, to, file: file ? `${to}/file` : undefined }
}

function schoolAnswers({ confirmation }: ApplicationRecord): Answer[] {
  if (!confirmation) return [{ term: 'State', value: '' }]
  return [
    { term: 'State', value: confirmationTags[confirmation.status].label },
    { term: 'Asked', value: `${confirmation.askedOf}, ${instantText(confirmation.askedAt, { weekday: false })}` },
    ...(confirmation.signerName
      ? [{ term: 'Signed by', value: `${confirmation.signerName}, ${confirmation.signerTitle}` }]
      : []),
  ]
}

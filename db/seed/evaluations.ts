import { daysTogether } from '#app/evaluate/days-together.server'
import { shippedQuestionnaires } from '#app/evaluate/questionnaire'
import { addDays } from '#app/workflow/day.server'
import type { evaluations, signedAnswers } from '#db/schema/evaluate/evaluations'
import type { grades, letters, signedGrades } from '#db/schema/evaluate/grades'
import { holidayRows } from './calendar'
import { attendings, cast, idOf, type Member, pick, residents, type StudentKey } from './cast'
import { advices, attendingComments, letterBody, midpoints, narratives, residentComments } from './comments'
import { job, on, tell, workday } from './history'
import { blockOf, placed, placement, published } from './placements'
import { schoolRows } from './schools'
import { absenceRows } from './supervisors'

export const questionnaireRows = shippedQuestionnaires
export const evaluationRows: (typeof evaluations.$inferInsert)[] = []
export const signedRows: (typeof signedAnswers.$inferInsert)[] = []
export const gradeRows: (typeof grades.$inferInsert)[] = []
export const signedGradeRows: (typeof signedGrades.$inferInsert)[] = []
export const letterRows: (typeof letters.$inferInsert)[] = []

type Slug = (typeof shippedQuestionnaires)[number]['slug']
const formOf = (slug: Slug) => shippedQuestionnaires.find((form) => form.slug === slug)?.id as string
const free = holidayRows.map((holiday) => holiday.on)
export const about = (text: string, { name, familyName }: Pick<Member, 'name' | 'familyName'>) =>
  text.replaceAll('{first}', name.split(' ')[0]).replaceAll('{family}', familyName)

/** Days from the last day to the signed grade: 8 within 28, 3 up to 42, one a day late; block 4 is half done. */
const graded: Partial<Record<StudentKey, [days: number, grade: string]>> = {
  ortiz: [21, 'High Pass'],
  thompson: [24, 'Honors'],
  hansen: [26, 'Pass'],
  yusuf: [28, 'Honors'],
  jensen: [27, 'Pass'],
  malhotra: [35, 'High Pass'],
  sullivan: [43, 'Honors'],
  costa: [28, 'High Pass'],
  farouk: [20, 'Honors'],
  carter: [33, 'Pass'],
  nakamura: [38, 'High Pass'],
  klein: [25, 'Honors'],
  vogel: [25, 'High Pass'],
}
const yesterday = '2026-11-23'
/** Not yet answered on November 24. */
const owed: Partial<Record<StudentKey, string[]>> = { marsh: ['brandt'], kimura: ['brandt', 'raman', 'chen'] }

type Asked = { who: StudentKey; by: [key: string, author: Member]; slug: Slug; askedOn: string; dueOn: string }

function ask({ who, by: [key, author], slug, askedOn, dueOn }: Asked, signedOn: string | null, days: number | null) {
  const id = idOf(`evaluation ${who} ${key} ${slug}`)
  const it = { kind: 'evaluation', id }
  const requestedAt = tell(job('Evaluations follow the pairing'), it, 'ask', 'requested', on(askedOn, '06:00'))
  const signedAt = signedOn && on(signedOn, `${12 + pick(id, 8)}:${10 + pick(`${id} minute`, 49)}`)
  if (signedAt) tell(author, it, 'sign', 'signed', signedAt, 'requested')
  const due = graded[who]
  const releasedAt = signedAt && slug === 'midpoint' ? signedAt : due ? gradedAt(who as StudentKey) : null
  if (signedAt && releasedAt && slug !== 'midpoint') tell(attendings.duarte, it, 'release', null, releasedAt)
  const row = { placementId: placement(who), authorId: author.personId, subjectId: cast[who].personId, dueOn }
  const status = signedAt ? ('signed' as const) : ('requested' as const)
  evaluationRows.push({
    id,
    ...row,
    questionnaireId: formOf(slug),
    status,
    requestedAt,
    releasedAt: signedAt ? releasedAt : null,
  })
  if (!signedAt) return
  const answers = answersOf(slug, id, cast[who])
  signedRows.push({ id: idOf(`signed ${id}`), evaluationId: id, version: 1, answers, days, signedAt })
}

export function answersOf(
  slug: Slug,
  id: string,
  student: Pick<Member, 'name' | 'familyName'>,
): Record<string, string> {
  const rated = (key: string) => [key, `${1 + pick(`${id} ${key}`, 3)}`]
  const say = (texts: string[], words: string) => about(texts[pick(words, texts.length)], student)
  if (slug === 'midpoint') return midpoints[pick(id, midpoints.length)]
  if (slug === 'attending-on-student') return { overall: rated('overall')[1], comment: say(attendingComments, id) }
  const keys = ['history', 'presentation', 'imaging', 'note', 'technique', 'after']
  const advice = say(advices, `${id} advice`)
  return { ...Object.fromEntries(keys.map(rated)), comment: say(residentComments, id), ...(advice ? { advice } : {}) }
}

const lifeOf = (who: string) => placed.find((life) => life.who === who) as (typeof placed)[number]

function gradedAt(who: StudentKey): Date {
  const [days] = graded[who] as [number, string]
  return on(addDays(blockOf(lifeOf(who)).lastOn, days), '15:40')
}

/** Residents with at least 3 days, the attending of record, and the midpoint of every rotation that has begun. */
for (const [who, weeks] of Object.entries(published) as [StudentKey, [keyof typeof residents, string, string][]][]) {
  const life = lifeOf(who)
  const { lastOn, firstOn } = blockOf(life)
  const record = life.place.record as keyof typeof attendings
  const midOn = addDays(firstOn, 11)
  const isOver = life.place.end === 'completed'
  const attending: [string, Member] = [record, attendings[record]]
  ask({ who, by: attending, slug: 'midpoint', askedOn: firstOn, dueOn: midOn }, isOver ? midOn : null, null)
  if (!isOver) continue
  const forms = { who, askedOn: lastOn, dueOn: addDays(lastOn, 7) }
  const signed = (key: string) => {
    if (owed[who]?.includes(key)) return null
    const day = workday(addDays(lastOn, 1 + pick(`${who} ${key}`, 6)))
    return day < yesterday ? day : yesterday
  }
  for (const key of new Set(weeks.map(([resident]) => resident))) {
    const spans = weeks.filter(([resident]) => resident === key).map(([, firstOn, lastOn]) => ({ firstOn, lastOn }))
    const away = absenceRows.filter((it) => it.personId === residents[key].personId && it.status === 'approved')
    const days = daysTogether(spans, away, free).length
    const askedOn = spans.at(-1)?.lastOn as string
    if (days >= 3) ask({ ...forms, askedOn, by: [key, residents[key]], slug: 'resident-on-student' }, signed(key), days)
  }
  ask({ ...forms, by: attending, slug: 'attending-on-student' }, signed(record), 6 + pick(who, 9))
}

for (const [who, [, word]] of Object.entries(graded) as [StudentKey, [number, string]][]) {
  const id = idOf(`grade ${who}`)
  const at = gradedAt(who)
  const by = attendings.duarte
  const scale = schoolRows.find(({ id }) => id === idOf(`school ${lifeOf(who).school}`))?.grades
  const grade = scale && !scale.includes(word) ? 'Pass' : word
  const narrative = about(narratives[pick(who, narratives.length)], cast[who])
  tell(by, { kind: 'grade', id }, 'sign', 'signed', at, 'drafted')
  gradeRows.push({
    id,
    placementId: placement(who),
    status: 'signed',
    grade,
    narrative,
    updatedAt: at,
    updatedById: by.personId,
  })
  signedGradeRows.push({
    id: idOf(`signed grade ${who}`),
    gradeId: id,
    version: 1,
    grade,
    narrative,
    signedById: by.personId,
    signedAt: at,
  })
}

/** Seven asked for a letter; all were uploaded by late September. */
const asked: [StudentKey, requestedOn: string, signedOn: string, uploadedOn: string][] = [
  ['ortiz', '2026-07-29', '2026-08-12', '2026-08-13'],
  ['hansen', '2026-07-31', '2026-08-14', '2026-08-17'],
  ['yusuf', '2026-07-30', '2026-08-13', '2026-08-14'],
  ['jensen', '2026-08-27', '2026-09-10', '2026-09-11'],
  ['malhotra', '2026-08-28', '2026-09-11', '2026-09-14'],
  ['costa', '2026-08-26', '2026-09-09', '2026-09-10'],
  ['farouk', '2026-09-21', '2026-09-28', '2026-09-29'],
]

for (const [who, requestedOn, signedOn, uploadedOn] of asked) {
  const id = idOf(`letter ${who}`)
  const it = { kind: 'letter', id }
  const by = attendings.adler
  const requestedAt = tell(cast[who], it, 'request', 'requested', on(requestedOn, '20:10'))
  tell(by, it, 'draft', 'drafted', on(addDays(signedOn, -1), '17:20'), 'requested')
  const signedAt = tell(by, it, 'sign', 'signed', on(signedOn, '17:30'), 'drafted')
  const uploadedAt = tell(by, it, 'upload', 'uploaded', on(uploadedOn, '08:45'), 'signed')
  letterRows.push({
    id,
    placementId: placement(who),
    studentId: cast[who].personId,
    authorId: by.personId,
    status: 'uploaded',
    requestedAt,
    hasWaived: who !== 'jensen',
    consentedAt: requestedAt,
    signerName: cast[who].name,
    erasLetterId: `ERAS-${100_000 + pick(who, 900_000)}`,
    aamcId: `${10_000_000 + pick(`${who} aamc`, 9_000_000)}`,
    body: about(letterBody, cast[who]),
    signedAt,
    uploadedAt,
  })
}

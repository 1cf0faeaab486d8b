import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { placeOf } from '#app/files/directory.server'
import type { NewFile } from '#app/files/files.server'
import { dayText } from '#app/ui/time'
import { dayAt } from '#app/workflow/day.server'
import { type Member, students } from './cast'
import { fileOf, type Paper, papers } from './documents'
import { schoolNames } from './schools'

type Line = string | [label: string, value: string]
type Sheet = { from: string; title: string; lines: Line[]; signed?: string }

const long = (day: string) => dayText(day, { year: true })

/** What each kind of paper says: issuer, title and lines. */
function sheetOf(paper: Paper): Sheet {
  const sheet = sheets[paper.key]
  return sheet ? sheet(paper) : certificate(paper)
}

const certificate = ({ name, who, on, handedInAt }: Paper): Sheet => ({
  from: 'Student health and compliance office',
  title: name,
  lines: [
    ['Name', who.name],
    ['Date', long(on ?? dayAt(handedInAt))],
    'This paper is part of a demonstration. The person named on it is invented.',
  ],
  signed: 'R. Calder, records',
})

const courses = [
  ['Internal medicine', '8', 'Honors'],
  ['Surgery', '8', 'High Pass'],
  ['Pediatrics', '6', 'Pass'],
  ['Obstetrics and gynecology', '6', 'High Pass'],
  ['Psychiatry', '4', 'Honors'],
  ['Neurology', '4', 'Honors'],
  ['Family medicine', '6', 'Pass'],
  ['Radiology elective', '2', 'Honors'],
]

const sheets: Record<string, (paper: Paper) => Sheet> = {
  transcript: ({ who, on, school }) => ({
    from: `${schoolNames[school]} · Office of the Registrar`,
    title: 'Official transcript',
    lines: [
      ['Name', `${who.familyName}, ${who.name.split(' ')[0]}`],
      ['Issued', long(on as string)],
      ['Program', 'Doctor of Medicine'],
      ...courses.map(([course, weeks, grade]): Line => [`${course}, ${weeks} weeks`, grade]),
    ],
    signed: who === students.stone ? undefined : 'Registrar',
  }),
  cv: ({ who, school }) => ({
    from: who.email,
    title: `${who.name}: curriculum vitae`,
    lines: [
      ['Education', schoolNames[school]],
      ['Research', 'Poster on door-to-groin times, regional angio club'],
      ['Work', 'Emergency department scribe, two years'],
      ['Service', 'Student-run clinic, wound care evening'],
      ['Languages', 'English, Spanish'],
    ],
  }),
  'immunization-form': ({ who, handedInAt }) => ({
    from: 'Standardized immunization form',
    title: 'Immunizations and tests',
    lines: [
      ['Name', who.name],
      ['MMR', 'two doses, 2003 and 2007'],
      ['Varicella', 'two doses, 2004 and 2008'],
      ['Hepatitis B', who === students.bernard ? 'series; titer not filled in' : 'series and titer, 46 mIU/mL'],
      ['Tdap', '2022'],
      ['TB', 'blood test, negative'],
      ['Filled in', long(dayAt(handedInAt))],
    ],
    signed: who === students.bernard ? undefined : 'Student health service',
  }),
  malpractice: ({ who, on, school }) => ({
    from: 'Certificate of liability insurance',
    title: 'Malpractice cover',
    lines: [
      ['Insured', schoolNames[school]],
      ['Covers', `${who.name}, medical student`],
      ['Limits', '$1,000,000 each claim / $3,000,000 aggregate'],
      ['Valid through', long(on as string)],
    ],
    signed: 'Authorized representative',
  }),
  insurance: ({ who, on }) => ({
    from: 'Student health plan',
    title: 'Member card',
    lines: [
      ['Member', who.name],
      ['Valid through', long(on as string)],
    ],
  }),
}

function pdfOf({ from, title, lines, signed }: Sheet, at: Date): Promise<Buffer> {
  const it = new PDFDocument({ size: 'LETTER', margin: 64, info: { Title: title, CreationDate: at, ModDate: at } })
  const parts: Buffer[] = []
  const ended = new Promise<Buffer>((resolve) => {
    it.on('data', (part: Buffer) => parts.push(part))
    it.on('end', () => resolve(Buffer.concat(parts)))
  })
  it.fontSize(10).fillColor('#4a5763').text(from).moveDown()
  it.fontSize(20).fillColor('#16202a').text(title).moveDown().fontSize(12)
  for (const line of lines) {
    if (typeof line === 'string') it.moveDown().text(line)
    else it.text(line[0], { continued: true }).text(`   ${line[1]}`, { align: 'right' })
    it.moveDown(0.3)
  }
  if (signed) it.moveDown(2).font('Helvetica-Oblique').text(signed).fontSize(9).text('Signature')
  it.end()
  return ended
}

/** A badge photo: a plain drawing, since nobody here is real. */
const photoOf = ({ name }: Member) => {
  const hue = Number.parseInt(createHash('sha256').update(name).digest('hex').slice(0, 4), 16) % 360
  const [letters] = [
    name
      .split(' ')
      .map((word) => word[0])
      .join(''),
  ]
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="375"><rect width="300" height="375" fill="#e8edf1"/>` +
    `<g fill="hsl(${hue} 30% 45%)"><circle cx="150" cy="140" r="62"/><path d="M40 375c0-84 48-130 110-130s110 46 110 130z"/>` +
    `</g><text x="150" y="345" font-size="34" text-anchor="middle" fill="#fff" font-family="sans-serif">${letters}</text></svg>`
  return sharp(Buffer.from(svg)).png({ palette: true }).toBuffer()
}

const isPhoto = ({ key }: Paper) => key === 'photo'
const idFor = (paper: Paper) => fileOf(memberKey(paper.who), paper.key)
const memberKey = (who: Member) => Object.entries(students).find(([, it]) => it === who)?.[0] as string

/** The name under which a seeded paper stands: always the same, so that seeding twice writes the same file. */
function storedName(paper: Paper): string {
  const digits = createHash('sha256')
    .update(`stored ${idFor(paper)}`)
    .digest('hex')
    .slice(0, 32)
  return `kept/${digits.slice(0, 2)}/${digits.slice(2)}`
}

/** Draws every paper, keeps its bytes and returns the rows of `files`; one sheet where a school sent them together. */
export async function keepPapers(): Promise<NewFile[]> {
  const records = new Map<Member, Promise<Buffer>>()
  return Promise.all(
    papers.map((paper) => {
      if (isPhoto(paper)) return keep(paper, photoOf(paper.who))
      if (sheets[paper.key] || !isPast(paper)) return keep(paper, pdfOf(sheetOf(paper), paper.handedInAt))
      if (!records.has(paper.who)) records.set(paper.who, pdfOf(recordOf(paper.who), paper.handedInAt))
      return keep(paper, records.get(paper.who) as Promise<Buffer>)
    }),
  )
}

/** Rotations of the past: their schools sent one record of everything. */
const isPast = ({ handedInAt }: Paper) => dayAt(handedInAt) < '2026-10-01'

const recordOf = (who: Member): Sheet => ({
  from: 'Student health and compliance office',
  title: 'Health and compliance record',
  lines: [
    ['Name', who.name],
    ...papers
      .filter((paper) => paper.who === who && !sheets[paper.key] && !isPhoto(paper))
      .map(({ name, on, handedInAt }): Line => [name, long(on ?? dayAt(handedInAt))]),
  ],
  signed: 'R. Calder, records',
})

async function keep(paper: Paper, drawn: Promise<Buffer>): Promise<NewFile> {
  const { who, key, handedInAt } = paper
  const bytes = await drawn
  const storedAs = storedName(paper)
  const place = placeOf(storedAs)
  if (!existsSync(place)) {
    await mkdir(dirname(place), { recursive: true })
    await writeFile(place, bytes, { mode: 0o600 })
  }
  return {
    id: idFor(paper),
    storedAs,
    name: `${key}-${who.familyName.toLowerCase()}.${isPhoto(paper) ? 'png' : 'pdf'}`,
    type: isPhoto(paper) ? 'image/png' : 'application/pdf',
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ownerId: who.personId,
    createdAt: handedInAt,
  }
}

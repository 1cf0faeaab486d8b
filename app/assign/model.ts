import {
  type AssignFacts,
  assignRules,
  type Candidate,
  type Limit,
  type Opening,
  type Seat,
  type Student,
} from './arrangement'
import { stayRules } from './stay-rules'
import { studentRules } from './student-rules'

/** The arrangement as the solver sees it: who may still move, where to, and what limits them. */
export type Model = {
  /** With only the seats that do not move. */
  facts: AssignFacts
  /** Who is to be placed, in the order of their ids. */
  students: Student[]
  /** The columns: every wished opening that nothing about the student forbids. */
  candidates: Candidate[]
  limits: Limit[]
  /** What forbids a wished opening whoever else is placed, by `student opening`. */
  barred: Map<string, Limit>
  /** Seats that may move, by application: drafts, and offers that nobody has answered. */
  movable: Map<string, Seat>
  /** How many steps down each candidate is on its student's list of eligible wishes, from 1. */
  steps: number[]
  /** How many eligible wishes each student has. */
  lasts: Map<string, number>
}

const byId = <T extends { id: string }>(list: T[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1))
const seatKey = ({ studentId, openingId }: Seat) => `${studentId} ${openingId}`
const keyOf = ({ student, opening }: Candidate) => `${student.id} ${opening.id}`

/** Builds the model; the same facts give the same one, in whatever order they were read. */
export function modelOf(all: AssignFacts): Model {
  const { facts, movable, students } = withoutMovable(all)
  const openings = new Map(facts.openings.map((opening) => [opening.id, opening]))
  const wanted = students.flatMap((student) => wantedBy(openings, student))
  const barred = barsOf(facts, wanted)
  const candidates = wanted.filter((it) => !barred.has(keyOf(it)))
  return {
    facts,
    students,
    movable,
    candidates,
    barred,
    limits: assignRules.flatMap(({ rows }) => rows(facts, candidates)),
    ...stepsOf(candidates),
  }
}

function withoutMovable(all: AssignFacts) {
  const students = new Map(all.students.map((student) => [student.id, student]))
  const openings = new Map(all.openings.map((opening) => [opening.id, opening]))
  const moves = ({ holds, isPinned, studentId, openingId }: Seat) => {
    const [student, opening] = [students.get(studentId), openings.get(openingId)]
    if (holds === 'place' || isPinned || !student || !opening) return false
    return studentRules.every(({ rows }) => rows(all, [{ student, opening, wish: 0 }]).length === 0)
  }
  const fixed = all.seats.filter((seat) => !moves(seat)).sort((a, b) => (seatKey(a) < seatKey(b) ? -1 : 1))
  const held = new Set(fixed.map(({ studentId }) => studentId))
  return {
    facts: { ...all, openings: byId(all.openings), seats: fixed },
    movable: new Map(all.seats.filter(moves).map((seat) => [seat.studentId, seat])),
    students: byId(all.students.filter(({ id }) => !held.has(id))),
  }
}

/** A student's wishes, best first; the openings of one wish in the order of their ids. */
function wantedBy(openings: Map<string, Opening>, student: Student): Candidate[] {
  return [...student.wishes]
    .sort((a, b) => a.rank - b.rank)
    .flatMap(({ rank, openingIds }) =>
      [...openingIds].sort().flatMap((id) => {
        const opening = openings.get(id)
        return opening ? [{ student, opening, wish: rank }] : []
      }),
    )
}

/** The first rule about the student alone that forbids each candidate. */
function barsOf(facts: AssignFacts, wanted: Candidate[]): Map<string, Limit> {
  const bars = new Map<string, Limit>()
  for (const { rows } of [...studentRules, ...stayRules])
    for (const limit of rows(facts, wanted))
      for (const column of limit.upper === 0 ? limit.columns : []) {
        const key = keyOf(wanted[column])
        if (!bars.has(key)) bars.set(key, limit)
      }
  return bars
}

function stepsOf(candidates: Candidate[]): Pick<Model, 'steps' | 'lasts'> {
  const lasts = new Map<string, number>()
  const steps = candidates.map(({ student, wish }, column) => {
    const before = candidates[column - 1]
    const isSame = before?.student === student && before.wish === wish
    const step = (lasts.get(student.id) ?? 0) + (isSame ? 0 : 1)
    lasts.set(student.id, step)
    return step
  })
  return { steps, lasts }
}

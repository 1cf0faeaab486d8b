import type { Student } from './arrangement'
import { lotOf } from './lottery.server'

/** The students in the order of their turns: the lowest tier, the highest score, unscored last, the lowest lot. */
export const inTurns = (students: Student[], seed: string): Student[] =>
  students
    .map((student) => ({ student, lot: lotOf(seed, student.id) }))
    .sort(
      (a, b) =>
        a.student.tier - b.student.tier ||
        (b.student.score ?? -1) - (a.student.score ?? -1) ||
        (a.lot < b.lot ? -1 : Number(a.lot > b.lot)),
    )
    .map(({ student }) => student)

import type { Opening, Seat, Stay, Student } from './arrangement'

/** The seat that this student would take there. */
export const seatOf = (student: Student, opening: Opening): Seat => ({
  studentId: student.id,
  personId: student.personId,
  openingId: opening.id,
  isAffiliated: student.isAffiliated,
  schoolId: student.schoolId,
  holds: 'draft',
  isPinned: false,
})
export const stayOf = (student: Student, opening: Opening): Stay => ({ seat: seatOf(student, opening), opening })

import type { Person } from '#db/schema/people/actors'

/** What the HTTP edge hands to every loader and action. */
export type Edge = {
  nonce: string
  /** The request's id, as in the log and in the X-Request-Id header. */
  requestId: string
  /** The sender's address as far as TRUST_PROXY lets us know it: for limits, never for the log. */
  address: string
  report: (error: unknown) => void
  /** Who is signed in: looked up once a request, on first use. */
  person: () => Promise<Person | null>
  /** Which of their devices this is. */
  signInId: () => Promise<string | null>
  /** Where to come back to after signing in; keeps the form just sent when the sign-in had run out. */
  comeBack: () => Promise<string>
  /** The path and query asked for, without `.data`: where to come back to after signing in. */
  path: string
  /** Notes that this staff member saw this student's record; written before the body goes out. */
  disclose: (studentId: string, what: string) => void
}

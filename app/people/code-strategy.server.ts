import { Authenticator } from 'remix-auth'
import { Strategy } from 'remix-auth/strategy'
import { together, write } from '#db/client'
import { useCode } from './codes.server'
import { addPerson, findByAddress, nameFrom } from './newcomer.server'
import { type Arriving, arrivingWith, startSignIn } from './sign-ins.server'

/** The token of a new sign-in and where it goes on to; or what is wrong with the code. */
export type Taken = { token: string; next: string | null } | { problem: string }
type Typed = { email: string; code: string; arriving: Arriving }

/** remix-auth's strategy for an e-mailed code that stands in a row: the form says the code, the URL the address. */
class CodeStrategy extends Strategy<Taken, Typed> {
  name = 'code'

  async authenticate(request: Request): Promise<Taken> {
    const form = await request.formData()
    const email = new URL(request.url).searchParams.get('email') ?? ''
    const code = String(form.get('code') ?? '')
    return this.verify({ email: cleanEmail(email), code: cleanCode(code), arriving: await arrivingWith(request) })
  }
}

export const cleanEmail = (email: string) => email.trim().toLowerCase()
/** People type codes as they read them: "482 913". */
export const cleanCode = (code: string) => code.replace(/\D/g, '')

/** Signs in whoever brings this address's code. An address that nobody has becomes a student. */
export function signInByCode({ email, code, arriving }: Typed, now = new Date()): Promise<Taken> {
  return write(async (tx) => {
    const [used, known] = await together([useCode(tx, email, code, now), findByAddress(tx, email)])
    if ('problem' in used) return used
    if (known?.isClosed) return { problem: 'This account is closed. Write to the coordinator' }
    const personId = known?.personId ?? (await addPerson(tx, { email, name: nameFrom(email), role: 'student' }))
    return { token: await startSignIn(tx, personId, arriving, now), next: used.next }
  })
}

export const authenticator = new Authenticator<Taken>()
authenticator.use(new CodeStrategy((typed) => signInByCode(typed)))

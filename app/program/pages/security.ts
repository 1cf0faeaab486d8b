import { findProgram, publicAddress } from '#app/program/program.server'
import { notFound } from '#app/workflow/refusal'

const HALF_A_YEAR_MS = 182 * 86_400_000

/** Whom to write to about a weakness of the portal (RFC 9116). */
export async function loader() {
  const program = await findProgram()
  if (!program) throw notFound()
  const lines = [
    `Contact: mailto:${program.contactEmail}`,
    `Expires: ${new Date(Date.now() + HALF_A_YEAR_MS).toISOString()}`,
    'Preferred-Languages: en',
    `Canonical: ${publicAddress('/.well-known/security.txt')}`,
    '',
  ]
  return new Response(lines.join('\n'), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}

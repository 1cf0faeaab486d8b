import type { LoaderFunctionArgs } from '@remix-run/node'
import { letterPdf } from '#app/evaluate/letter-pdf.server'
import { findLetterToRead } from '#app/evaluate/letters.server'
import { requirePerson } from '#app/people/who.server'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const letter = await findLetterToRead(await requirePerson(context), params.letterId!)
  context.disclose(letter.studentId, 'letter')
  const name = `letter-${letter.student.toLowerCase().replace(/[^a-z]+/g, '-')}.pdf`
  const headers = { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${name}"` }
  return new Response(new Uint8Array(await letterPdf(letter)), { headers })
}

import type { LoaderFunctionArgs } from '@remix-run/node'
import { fileHeaders } from '#app/files/csv.server'
import { requirePerson } from '#app/people/who.server'
import { findRoster, rosterWanted } from '#app/report/roster.server'
import { rosterPdf } from '#app/report/roster-pdf.server'
import { programNow } from '#app/workflow/clock.server'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const [me, now] = [await requirePerson(context), programNow()]
  const { rows } = await findRoster(me, params.year!, rosterWanted(request.url), now)
  for (const { studentId } of rows) context.disclose(studentId, 'roster')
  const bytes = await rosterPdf(`Visiting students, ${params.year!.replace('-', '–')}`, rows, now)
  return new Response(new Uint8Array(bytes), { headers: fileHeaders('roster', 'pdf', now) })
}

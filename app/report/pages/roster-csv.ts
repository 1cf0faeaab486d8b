import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvOf, fileHeaders } from '#app/files/csv.server'
import { requirePerson } from '#app/people/who.server'
import { rosterColumns } from '#app/report/roster'
import { findRoster, rosterWanted } from '#app/report/roster.server'
import { programNow } from '#app/workflow/clock.server'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const [me, now] = [await requirePerson(context), programNow()]
  const { rows } = await findRoster(me, params.year!, rosterWanted(request.url), now)
  for (const { studentId } of rows) context.disclose(studentId, 'roster')
  const table = [
    rosterColumns.map(({ label }) => label),
    ...rows.map((row) => rosterColumns.map(({ key }) => row[key])),
  ]
  return new Response(csvOf(table), { headers: fileHeaders('roster', 'csv', now) })
}

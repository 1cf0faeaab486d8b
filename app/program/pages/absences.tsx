import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AbsenceTable } from '#app/program/absence-table'
import { listAbsences } from '#app/program/absences.server'
import { requireEditor } from '#app/program/editor.server'
import { ButtonLink } from '#app/ui/button'
import { Details } from '#app/ui/details'
import { Filters } from '#app/ui/filters'
import { Page } from '#app/ui/page'
import { History } from '#app/workflow/history'

export const meta: MetaFunction = () => [{ title: 'Absences – Schedule – IR rotations' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const me = await requireEditor(context)
  return listAbsences(me, new URL(request.url).searchParams.get('personId'))
}

export default function AbsencesPage() {
  const { of, teachers, still, over, changes } = useLoaderData<typeof loader>()
  const none = of ? `${of.name} is not away from today on.` : 'Nobody is away from today on.'
  return (
    <Page
      title="Absences"
      back={{ to: '/schedule', label: 'Schedule' }}
      sub="Days on which residents and attendings are away. Nobody is paired with a student while away."
      actions={<ButtonLink to={`/absences/new${of ? `?personId=${of.id}` : ''}`}>Enter an absence</ButtonLink>}
    >
      <Filters label="Find absences" chips={of ? [{ label: of.name, without: '/absences' }] : []}>
        <div className="field">
          <label className="label" htmlFor="personId">
            Who
          </label>
          <select className="select" id="personId" name="personId" key={of?.id} defaultValue={of?.id ?? ''}>
            <option value="">Everybody</option>
            {teachers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      </Filters>
      {still.length > 0 ? (
        <AbsenceTable caption="Away now or later" absences={still} />
      ) : (
        <p>{none} Enter an absence, and it stands here and in the schedule.</p>
      )}
      {over.length > 0 ? (
        <Details summary={`Over, in the last year: ${over.length}`}>
          <AbsenceTable caption="Absences that are over" absences={over} />
        </Details>
      ) : null}
      <History changes={changes} mayUndo />
    </Page>
  )
}

import { Link } from '@remix-run/react'
import { Fragment, type ReactNode } from 'react'
import { Notice } from '#app/ui/notice'
import type { BrokenTold } from './broken'
import { boardPath } from './paths'

/** The rules that places which stand break: whose places, in which block and service, and what the rule says. */
export function BrokenRules({ broken, year }: { broken: BrokenTold[]; year: string }) {
  if (broken.length === 0) return null
  return (
    <Notice tone="warn" title="Places that stand break a rule already">
      <ul>
        {broken.map((it) => (
          <li key={JSON.stringify(it)}>
            <Places places={it.places} year={year} />
            {it.places.length > 0 ? ': ' : ''}
            {it.says}.
          </li>
        ))}
      </ul>
    </Notice>
  )
}

type Places = BrokenTold['places']

const Places = ({ places, year }: { places: Places; year: string }) => (
  <Listed
    items={places.map(({ openingId, place, students }) => ({
      key: openingId,
      shown: (
        <>
          <Students students={students} /> in{' '}
          <Link to={`${boardPath(year, { isWhole: true })}#${openingId}`}>{place.replace(/^Block/, 'block')}</Link>
        </>
      ),
    }))}
  />
)

const Students = ({ students }: { students: Places[number]['students'] }) => (
  <Listed
    items={students.map(({ holder, name, placementId }) => ({
      key: holder,
      shown: placementId ? <Link to={`/placements/${placementId}`}>{name}</Link> : name,
    }))}
  />
)

/** "Ana Ruiz, Bo Li, and Cy Wu", of whatever they are shown as. */
const Listed = ({ items }: { items: { key: string; shown: ReactNode }[] }) =>
  items.map(({ key, shown }, at) => (
    <Fragment key={key}>
      {at === 0 ? '' : `${items.length > 2 ? ',' : ''}${at === items.length - 1 ? ' and' : ''} `}
      {shown}
    </Fragment>
  ))

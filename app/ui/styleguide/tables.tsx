import { Button } from '#app/ui/button'
import { Filters } from '#app/ui/filters'
import { Pagination } from '#app/ui/pagination'
import { Table } from '#app/ui/table'
import { Tabs } from '#app/ui/tabs'
import { Tag } from '#app/ui/tag'
import { longName, Section } from './section'

/** Everything a worklist is made of. */
export function Tables() {
  return (
    <Section id="tables" title="Tables, tabs and filters">
      <Tabs label="Stages" tabs={tabs} />
      <form className="search" role="search" aria-label="Find a student">
        <label htmlFor="find">Find a student</label>
        <input className="input" id="find" name="q" type="search" enterKeyHint="search" autoComplete="off" />
        <Button kind="secondary">Find</Button>
      </form>
      <Filters label="Filter applications" chips={chips} clear="?">
        <div className="field">
          <label className="label" htmlFor="stage">
            Stage
          </label>
          <select className="select" id="stage" name="stage">
            <option>Returned</option>
            <option>Eligible</option>
          </select>
        </div>
      </Filters>
      <Table caption="Residents who can take a student" columns={columns} rows={rows} list />
      <Table caption="Seats by block, a scroll region" columns={wide} rows={seats} dense />
      <Pagination page={4} pages={12} total={290} />
      <Pagination page={1} pages={1} total={7} />
    </Section>
  )
}

const tabs = [
  { to: '?stage=submitted', label: 'To review', count: 3, current: true },
  { to: '?stage=waiting', label: 'Waiting for home school', count: 2 },
  { to: '?stage=returned', label: 'Returned', count: 0 },
  { to: '?stage=eligible', label: 'Eligible', count: 5 },
]
const chips = [
  { label: 'Blocks 6–12', without: '?stage=returned' },
  { label: 'Returned', without: '?blocks=6-12' },
]
const columns = [
  { key: 'who', label: 'Resident', sort: 'ascending' as const },
  { key: 'first', label: 'Jan 4' },
  { key: 'state', label: 'State' },
  { key: 'count', label: 'Students this year', numeric: true },
]
const rows = [
  {
    id: 'haddad',
    cells: { who: 'Noor Haddad, PGY 6', first: '1 of 2', state: <Tag tone="ok">Met</Tag>, count: 5 },
  },
  { id: 'long', cells: { who: `${longName}, PGY 5`, first: 'Away', state: '', count: 3 } },
  { id: 'abara', closed: true, cells: { who: 'Henry Abara, PGY 1', first: 'None', state: 'Closed', count: 0 } },
]
const blocks = Array.from({ length: 12 }, (_, at) => `Block ${at + 1}`)
const wide = [{ key: 'service', label: 'Service' }, ...blocks.map((label) => ({ key: label, label, numeric: true }))]
const seats = ['Peripheral IR', 'Neuro IR'].map((service) => ({
  id: service,
  cells: { service, ...Object.fromEntries(blocks.map((block) => [block, '1 of 1'])) },
}))

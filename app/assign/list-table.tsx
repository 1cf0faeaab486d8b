import { Table } from '#app/ui/table'
import { Tag, type Tone } from '#app/ui/tag'

export type ListLine = {
  student: string
  place: string
  school: string
  state: 'new' | 'there' | 'problem'
  says: string
}

const columns = [
  { key: 'student', label: 'Student' },
  { key: 'place', label: 'Place' },
  { key: 'school', label: 'School' },
  { key: 'state', label: 'What happens' },
]
const tags: Record<ListLine['state'], { label: string; tone: Tone }> = {
  new: { label: 'Will be placed', tone: 'ok' },
  there: { label: 'Stays', tone: 'neutral' },
  problem: { label: 'Problem', tone: 'bad' },
}

/** Each line of a list with what placing it would do. */
export function ListTable({ lines }: { lines: ListLine[] }) {
  const rows = lines.map(({ state, says, ...it }, at) => ({
    id: `${at}`,
    cells: {
      ...it,
      state: (
        <>
          <Tag tone={tags[state].tone}>{tags[state].label}</Tag> {says}.
        </>
      ),
    },
  }))
  return <Table caption="The list, line by line" hideCaption columns={columns} rows={rows} list />
}

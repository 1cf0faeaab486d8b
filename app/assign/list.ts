/** What a line of a list says; what it leaves out is empty. */
export type Line = Record<ListColumn, string>
export type ListColumn = 'student' | 'block' | 'service' | 'school' | 'email' | 'clerkship' | 'classOf'

const headings: Record<ListColumn, RegExp> = {
  email: /mail/,
  classOf: /class|graduat/,
  block: /block|dates/,
  service: /service|team/,
  school: /school|university/,
  clerkship: /clerkship|rotation|course/,
  student: /student|name/,
}
const columns = Object.keys(headings) as ListColumn[]
/** How a list without headings is read. */
const usual: ListColumn[] = ['student', 'block', 'service', 'school']

/** The lines of a table: by its headings where its first row has any, else student, block, service, school. */
export function linesOf([first, ...rest]: string[][]): Line[] {
  if (!first) return []
  const named = first.map((cell) => columns.find((column) => headings[column].test(cell.toLowerCase())))
  const isHead = named.includes('student') && named.includes('block')
  const order = isHead ? named : usual
  return (isHead ? rest : [first, ...rest]).map((cells) => {
    const line = Object.fromEntries(columns.map((column) => [column, ''])) as Line
    for (const [at, column] of order.entries()) if (column) line[column] = cells[at] ?? ''
    return { ...line, student: inOrder(line.student) }
  })
}

/** "Anna Lee" of "Lee, Anna"; what follows the comma in "Anna Lee, Jr." is no given name. */
function inOrder(name: string): string {
  const [family, given, ...more] = name.split(',').map((part) => part.trim())
  const isTurned =
    family && given && more.length === 0 && !/^(jr|sr|i{1,3}|iv|md|do|phd|m\.d|d\.o|ph\.d)\.?$/i.test(given)
  return isTurned ? `${given} ${family}` : name
}

/** The same word, however it is typed. */
export const same = (a: string, b: string) => plain(a) === plain(b)
const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase()

import type { OpeningRow } from './arrangement.server'
import { type Line, same } from './list'

type Known = { openings: OpeningRow[]; year: { id: string } }
type Says = { says: string }

/** The opening that a line means, or the sentence why there is none. */
export function openingOf(line: Line, { openings, year }: Known): OpeningRow | Says {
  if (!line.block || !line.service) return { says: 'Name the student, the block and the service' }
  const named = line.block.replace(/^block\s+/i, '')
  const inBlock = openings.filter(({ block }) => block.yearId === year.id && same(block.name, named))
  if (inBlock.length === 0) return { says: `There are no seats in a block “${line.block}” of this year` }
  const here = inBlock.filter(({ service }) => same(service.name, line.service) || same(service.slug, line.service))
  if (here.length === 0) return { says: `Block ${inBlock[0].block.name} has no seats on “${line.service}”` }
  return one(line, here)
}

/** Of the clerkships that have seats there the one named; without a name there may be only one. */
function one(line: Line, here: OpeningRow[]): OpeningRow | Says {
  const meant = here.filter(({ clerkship: { name, slug } }) => same(name, line.clerkship) || same(slug, line.clerkship))
  if (line.clerkship && meant.length === 0) return { says: `There are no seats there for “${line.clerkship}”` }
  const [first, second] = line.clerkship ? meant : here
  if (second) return { says: 'Two clerkships have seats there: name one in a column “Clerkship”' }
  return first
}

/** The school that a line names; the host's own where it names none. */
export function schoolOf<School extends { name: string; isOwn: boolean }>(
  line: Line,
  { schools }: { schools: School[] },
): School | Says {
  if (!line.school) return schools.find(({ isOwn }) => isOwn) ?? { says: 'Name the school' }
  const named = schools.find(({ name }) => same(name, line.school))
  return named ?? { says: `There is no school “${line.school}” on file` }
}

import type { Block, Opening } from './opening'
import { lanesOf, yearInWords } from './year'
import { YearStrip } from './year-strip'

type YearPictureProps = {
  year: { firstOn: string; lastOn: string }
  blocks: Block[]
  openings: Opening[]
  today: string
}

const WIDE = { width: 1008, height: 164, left: 120, right: 1008, seat: 13, gap: 5 }
const MID = { width: 756, height: 164, left: 24, right: 756, seat: 11, gap: 4 }
const NARROW = { width: 358, height: 330, left: 22, right: 358, seat: 11, gap: 5, second: 166 }

/** The academic year as a strip of blocks with their seats; on a tablet with letters, on a phone in two halves. */
export function YearPicture({ year, blocks, openings, today }: YearPictureProps) {
  const whole = blocks.filter((block) => block.partOfId === null)
  const lanes = lanesOf(openings)
  const label = yearInWords(whole, lanes, today)
  const newYear = `${year.lastOn.slice(0, 4)}-01-01`
  const strip = { blocks: whole, lanes, today }
  const { firstOn: from, lastOn: to } = year
  const lastOfDecember = `${from.slice(0, 4)}-12-31`
  return (
    <figure className="stack stack-12">
      <svg className="year year--wide" viewBox={`0 0 ${WIDE.width} ${WIDE.height}`} role="img" aria-label={label}>
        <YearStrip {...strip} frame={{ ...WIDE, top: 0, from, to }} />
      </svg>
      <svg className="year year--mid" viewBox={`0 0 ${MID.width} ${MID.height}`} role="img" aria-label={label}>
        <YearStrip {...strip} isShort frame={{ ...MID, top: 0, from, to }} />
      </svg>
      <svg className="year year--narrow" viewBox={`0 0 ${NARROW.width} ${NARROW.height}`} role="img" aria-label={label}>
        <YearStrip {...strip} isShort frame={{ ...NARROW, top: 0, from, to: lastOfDecember }} />
        <YearStrip {...strip} isShort frame={{ ...NARROW, top: NARROW.second, from: newYear, to }} />
      </svg>
      <figcaption>
        <ul className="legend">
          <li>
            <span className="key key--now" />
            Running
          </li>
          <li>
            <span className="key key--open" />
            Open to apply
          </li>
          <li>
            <span className="key key--full" />
            Seat taken
          </li>
          <li>
            <span className="key" />
            Seat free
          </li>
          <li className="legend__narrow">{lanes.map(({ letter, name }) => `${letter} ${name}`).join(' · ')}</li>
        </ul>
      </figcaption>
    </figure>
  )
}

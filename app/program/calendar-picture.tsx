import { daysText } from '#app/ui/time'
import { type Calendar, overlapsOf, overlapText, wholeBlocks } from './calendar'
import { CalendarStrip, layersOf, type Strip } from './calendar-strip'

/** The blocks of a year as bars by day; on a phone in two halves. Said in words for whom it is not drawn. */
export function CalendarPicture({ calendar }: { calendar: Calendar }) {
  const { firstOn: from, lastOn: to } = calendar.year
  const { height } = layersOf(calendar)
  const [december, january] = [`${from.slice(0, 4)}-12-31`, `${to.slice(0, 4)}-01-01`]
  const drawings: { look: string; width: number; strips: Strip[] }[] = [
    { look: 'wide', width: 1008, strips: [{ from, to, width: 1008, top: 0 }] },
    { look: 'mid', width: 756, strips: [{ from, to, width: 756, top: 0 }] },
    {
      look: 'narrow',
      width: 358,
      strips: [
        { from, to: december, width: 358, top: 0 },
        { from: january, to, width: 358, top: height + 8 },
      ],
    },
  ]
  return (
    <figure className="stack stack-12">
      {drawings.map(({ look, width, strips }) => (
        <svg
          key={look}
          className={`year year--${look}`}
          viewBox={`0 0 ${width} ${height * strips.length + 8 * (strips.length - 1)}`}
          role="img"
          aria-label={inWords(calendar)}
        >
          {strips.map((strip) => (
            <CalendarStrip key={strip.from} calendar={calendar} strip={strip} />
          ))}
        </svg>
      ))}
      <figcaption>
        <ul className="legend">
          <li>
            <span className="key key--block" />
            Block
          </li>
          <li>
            <span className="key key--half" />
            Half
          </li>
          <li>
            <span className="key key--shared" />
            Days that blocks share
          </li>
          <li>
            <span className="key key--holiday" />
            Holiday
          </li>
        </ul>
      </figcaption>
    </figure>
  )
}

function inWords(calendar: Calendar): string {
  const blocks = wholeBlocks(calendar.blocks).map(
    (it) => `${it.name}: ${daysText(it.firstOn, it.lastOn, { year: true })}`,
  )
  return [`Blocks by day. ${blocks.join('; ')}.`, ...overlapsOf(calendar.blocks).map(overlapText)].join(' ')
}

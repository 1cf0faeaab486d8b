import { type Part, partName, YEAR, years, yearText } from './curriculum'

type PictureProps = { parts: Part[] }
type Frame = { width: number; left: number; row: number; bar: number; isShort: boolean }

const WIDE: Frame = { width: 1008, left: 72, row: 46, bar: 38, isShort: false }
const MID: Frame = { width: 756, left: 56, row: 44, bar: 36, isShort: false }
const NARROW: Frame = { width: 358, left: 22, row: 42, bar: 34, isShort: true }
const HEAD = 26
/** About what a letter takes at 14 px, and the room left and right of it. */
const [LETTER, ROOM] = [7.4, 12]

/** Six years, a line each, twelve months wide; on a phone with letters, which the legend explains. */
export function CurriculumPicture({ parts }: PictureProps) {
  return (
    <figure className="stack stack-12">
      <Drawing parts={parts} frame={WIDE} className="year year--wide plan" />
      <Drawing parts={parts} frame={MID} className="year year--mid plan" />
      <Drawing parts={parts} frame={NARROW} className="year year--narrow plan" />
      <figcaption>
        <ul className="legend">
          {legendOf(parts).map(({ id, letter, name, tone }) => (
            <li key={id}>
              <span className="tag" data-tone={tone}>
                {letter}
              </span>
              {name}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}

/** Every service that is drawn, in the order in which it is met. */
const legendOf = (parts: Part[]) => [...new Map(parts.map(({ service }) => [service.id, service])).values()]

function Drawing({ parts, frame, className }: PictureProps & { frame: Frame; className: string }) {
  const height = HEAD + years.length * frame.row
  const label = years.map((pgy) => yearText(pgy, parts)).join(' ')
  const perHalf = (frame.width - frame.left) / YEAR
  return (
    <svg className={className} viewBox={`0 0 ${frame.width} ${height}`} role="img" aria-label={label}>
      {Array.from({ length: 12 }, (_, month) => {
        const x = round(frame.left + (month + 0.5) * 2 * perHalf)
        return (
          <text key={x} className="p-mid" x={x} y={16}>
            {month + 1}
          </text>
        )
      })}
      {years.map((pgy, at) => (
        <Year
          key={pgy}
          pgy={pgy}
          y={HEAD + at * frame.row}
          frame={frame}
          parts={parts.filter((it) => it.pgy === pgy)}
        />
      ))}
    </svg>
  )
}

function Year({ pgy, y, frame, parts }: { pgy: number; y: number; frame: Frame; parts: Part[] }) {
  const { left, bar, isShort, width } = frame
  const perHalf = (width - left) / YEAR
  const used = parts.reduce((sum, { halfMonths }) => sum + halfMonths, 0)
  const middle = y + bar / 2 + 5
  return (
    <g>
      <text className="p-year" x={0} y={middle}>
        {isShort ? pgy : `PGY ${pgy}`}
      </text>
      {used < YEAR ? (
        <rect
          className="p-gap"
          x={round(left + used * perHalf)}
          y={y}
          width={round((YEAR - used) * perHalf - 2)}
          height={bar}
        />
      ) : null}
      {placed(parts).map(({ part, from }) => {
        const [x, wide] = [round(left + from * perHalf), round(part.halfMonths * perHalf - 2)]
        return (
          <g key={part.id} data-tone={part.service.tone}>
            <rect className="p-part" x={x} y={y} width={wide} height={bar} rx={3} />
            <text className="p-mid p-name" x={round(x + wide / 2)} y={middle}>
              {nameFor(part, wide, isShort)}
            </text>
          </g>
        )
      })}
    </g>
  )
}

/** Where each part begins, in half-months. */
function placed(parts: Part[]): { part: Part; from: number }[] {
  let from = 0
  return parts.map((part) => {
    const at = { part, from }
    from += part.halfMonths
    return at
  })
}

/** The name where it has room, else the letter. */
function nameFor(part: Part, wide: number, isShort: boolean): string {
  const letters = part.or ? `${part.service.letter}/${part.or.letter}` : part.service.letter
  const name = partName(part)
  return !isShort && name.length * LETTER + ROOM <= wide ? name : letters
}

const round = (n: number) => Math.round(n * 10) / 10

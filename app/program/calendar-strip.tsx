import { dayText } from '#app/ui/time'
import { type Calendar, overlapsOf, wholeBlocks } from './calendar'
import type { Block } from './opening'
import { daysUpTo, monthsBetween } from './year'

export type Strip = { from: string; to: string; width: number; top: number }
type StripProps = { calendar: Calendar; strip: Strip }
type Lane = { block: Block; lane: number }

const [HEAD, WHOLE, HALF, GAP, FOOT] = [22, 30, 22, 4, 12]

/** Each block in the first lane that is free on its days, so that blocks that run at once stand one above the other. */
function inLanes(blocks: Block[]): Lane[] {
  const until: string[] = []
  return [...blocks]
    .sort((a, b) => (a.firstOn < b.firstOn ? -1 : 1))
    .map((block) => {
      const free = until.findIndex((lastOn) => lastOn < block.firstOn)
      const lane = free < 0 ? until.length : free
      until[lane] = block.lastOn
      return { block, lane }
    })
}

const lanesIn = (placed: Lane[]) => Math.max(0, ...placed.map(({ lane }) => lane + 1))

/** How the blocks of a year lie above each other, worked out once for every drawing. */
export function layersOf({ blocks }: Calendar) {
  const [whole, halves] = [inLanes(wholeBlocks(blocks)), inLanes(blocks.filter(({ partOfId }) => partOfId !== null))]
  const below = HEAD + lanesIn(whole) * (WHOLE + GAP)
  return { whole, halves, below, height: below + lanesIn(halves) * (HALF + GAP) + FOOT }
}

/** Days from left to right: months, blocks, under them their halves; shared days are marked, holidays are ticks. */
export function CalendarStrip({ calendar, strip: { from, to, width, top } }: StripProps) {
  const { whole, halves, below, height } = layersOf(calendar)
  const perDay = width / (daysUpTo(from, to) + 1)
  const x = (day: string) => round(Math.min(width, Math.max(0, daysUpTo(from, day) * perDay)))
  const span = ({ firstOn, lastOn }: { firstOn: string; lastOn: string }) => ({
    x: x(firstOn),
    width: round(Math.max(0, Math.min(width, (daysUpTo(from, lastOn) + 1) * perDay) - x(firstOn))),
  })
  const isHere = ({ firstOn, lastOn }: { firstOn: string; lastOn: string }) => firstOn <= to && lastOn >= from
  return (
    <g transform={`translate(0 ${top})`}>
      {monthsBetween(from, to).map((month) => (
        <g key={month}>
          <line className="y-rule" x1={x(month)} x2={x(month)} y1={4} y2={height} />
          <text x={x(month) + 5} y={15}>
            {dayText(month, { short: true }).split('\u00a0')[0]}
          </text>
        </g>
      ))}
      {overlapsOf(calendar.blocks)
        .filter(isHere)
        .map((overlap) => {
          const key = overlap.blocks.map(({ id }) => id).join()
          return <rect key={key} className="y-shared" {...span(overlap)} y={HEAD - 2} height={height - HEAD} />
        })}
      {whole.map(({ block, lane }) =>
        isHere(block) ? (
          <Bar key={block.id} name={block.name} {...span(block)} y={HEAD + lane * (WHOLE + GAP)} />
        ) : null,
      )}
      {halves.map(({ block, lane }) =>
        isHere(block) ? (
          <Bar key={block.id} name={block.name} isHalf {...span(block)} y={below + lane * (HALF + GAP)} />
        ) : null,
      )}
      {calendar.holidays.map(({ on }) =>
        on >= from && on <= to ? (
          <line key={on} className="y-holiday" x1={x(on)} x2={x(on)} y1={height - FOOT} y2={height} />
        ) : null,
      )}
    </g>
  )
}

type BarProps = { name: string; x: number; y: number; width: number; isHalf?: boolean }

/** The name stands where it has room. */
function Bar({ name, x, y, width, isHalf }: BarProps) {
  const height = isHalf ? HALF : WHOLE
  return (
    <g>
      <rect
        className={isHalf ? 'y-half' : 'y-block'}
        x={x}
        y={y}
        width={round(Math.max(1, width - 1))}
        height={height}
        rx={3}
      />
      {width > name.length * 8 + 4 ? (
        <text className={isHalf ? 'y-halfname' : 'y-num'} x={round(x + width / 2)} y={y + height / 2 + 5}>
          {name}
        </text>
      ) : null}
    </g>
  )
}

const round = (n: number) => Math.round(n * 10) / 10

import { dayText } from '#app/ui/time'
import type { Block } from './opening'
import { daysUpTo, type Lane, monthsBetween, seatStates, stateOf } from './year'

/** Where a strip stands in its drawing, all in pixels: days run from `left` to `right`. */
export type Frame = { from: string; to: string; left: number; right: number; top: number; seat: number; gap: number }
type StripProps = { blocks: Block[]; lanes: Lane[]; today: string; frame: Frame; isShort?: boolean }

const [MONTH_Y, BLOCK_Y, BLOCK_H, LANE_Y, LANE_H, FOOT] = [36, 48, 32, 94, 24, 162]

/** Blocks on a line of days, under them a lane of seats for each service. */
export function YearStrip({ blocks, lanes, today, frame, isShort }: StripProps) {
  const { from, to, left, right, top, seat } = frame
  const perDay = (right - left) / (daysUpTo(from, to) + 1)
  const x = (day: string) => round(left + daysUpTo(from, day) * perDay)
  const inside = blocks.filter((block) => block.firstOn >= from && block.firstOn <= to)
  return (
    <g transform={`translate(0 ${top})`}>
      {monthsBetween(from, to).map((month) => (
        <g key={month}>
          <line className="y-rule" x1={x(month)} x2={x(month)} y1={24} y2={FOOT} />
          <text x={x(month) + 5} y={MONTH_Y}>
            {dayText(month, { short: true }).split('\u00a0')[0]}
          </text>
        </g>
      ))}
      {lanes.map(({ name, letter }, at) => (
        <text key={name} x={0} y={LANE_Y + LANE_H * at + seat - 1}>
          {isShort ? letter : name}
        </text>
      ))}
      {inside.map((block) => (
        <BlockBar key={block.id} block={block} x={x(block.firstOn)} end={x(block.lastOn)} today={today} />
      ))}
      {lanes.flatMap((lane, at) =>
        seatsOf(lane, frame, today).map(({ id, state, block, n }) => (
          <rect
            key={id}
            className="y-seat"
            data-s={state}
            x={round(x(block.firstOn) + 1 + n * (seat + frame.gap))}
            y={LANE_Y + LANE_H * at}
            width={seat}
            height={seat}
          />
        )),
      )}
      {today >= from && today <= to ? <Today x={x(today)} /> : null}
    </g>
  )
}

/** The seats of a lane that this strip shows, one by one. */
const seatsOf = ({ openings }: Lane, { from, to }: Frame, today: string) =>
  openings
    .filter(({ block }) => block.firstOn >= from && block.firstOn <= to)
    .flatMap((it) => seatStates(it, today).map((state, n) => ({ id: `${it.id} ${n}`, state, block: it.block, n })))

function BlockBar({ block, x, end, today }: { block: Block; x: number; end: number; today: string }) {
  const state = stateOf(block, today)
  return (
    <g>
      <rect className="y-block" data-s={state} x={x} y={BLOCK_Y} width={round(end - x)} height={BLOCK_H} rx={3} />
      <text className="y-num" data-s={state} x={round((x + end) / 2)} y={BLOCK_Y + 21}>
        {block.name}
      </text>
    </g>
  )
}

function Today({ x }: { x: number }) {
  return (
    <g>
      <line className="y-today" x1={x} x2={x} y1={18} y2={FOOT} />
      <text className="y-todaytext" x={Math.max(x, 20)} y={12}>
        Today
      </text>
    </g>
  )
}

const round = (n: number) => Math.round(n * 10) / 10

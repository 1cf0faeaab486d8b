import { Button, ButtonLink } from '#app/ui/button'
import { Section } from './section'

type Cell = { seats: string; note?: string; why?: string; person?: [name: string, state: string, tone: string] }

const blocks: { name: string; dates: string; cells: (Cell | 'room' | null)[] }[] = [
  {
    name: 'Block 6',
    dates: 'Nov 23 – Dec 18',
    cells: [{ seats: '1 of 1', note: 'Full', person: ['Weiss', 'Confirmed', 'ok'] }, null],
  },
  {
    name: 'Block 7',
    dates: 'Jan 4 – 29',
    cells: [
      { seats: '1 of 1', note: 'Full', person: ['Featherstonehaugh', '3 papers missing', 'warn'] },
      { seats: '1 of 1', note: 'Full', person: ['Diallo', 'Reply by Dec 8', 'wait'] },
    ],
  },
  {
    name: 'Block 8',
    dates: 'Feb 1 – 26',
    cells: [
      { seats: '1 of 2', person: ['Bell', 'Draft', 'neutral'], why: 'Not asked for' },
      { seats: '0 of 1', why: 'Held for affiliates until Dec 29' },
    ],
  },
  { name: 'Block 9', dates: 'Mar 1 – 26', cells: ['room', null] },
]
const services = ['Peripheral IR', 'Neuro IR']

/** The board in place mode: cells full, with room, held, not open. */
export function Board() {
  return (
    <Section id="board" title="Board">
      <form className="placebar" aria-label="Placing Ines Rivera" method="post">
        <div className="stack stack-4">
          <p>
            <b>Placing Ines Rivera</b>, 4th year, Northgate · 1 of 2 to place.
          </p>
          <ol>
            <li>
              <b>1</b> Block 8 neuro: held
            </li>
            <li>
              <b>2</b> <a href="#room">Block 9 peripheral: room</a>
            </li>
          </ol>
        </div>
        <div className="cluster">
          <Button kind="secondary">Skip Rivera</Button>
          <a href="#board">Stop placing</a>
        </div>
      </form>
      <form method="post" aria-label="Places by block and service">
        <ol className="board" data-blocks={blocks.length} data-rows={services.length}>
          <li className="board__labels" aria-hidden="true">
            <span>–</span>
            {services.map((service) => (
              <span key={service}>
                <b>{service}</b>Sub-internship, 4 weeks
              </span>
            ))}
          </li>
          {blocks.map((block) => (
            <Block key={block.name} {...block} />
          ))}
        </ol>
      </form>
      <p>
        <ButtonLink to="#board">Publish 1 change</ButtonLink>
      </p>
    </Section>
  )
}

function Block({ name, dates, cells }: (typeof blocks)[number]) {
  return (
    <li className="board__block">
      <div className="board__head">
        <h3>{name}</h3>
        <p className="board__dates">{dates}</p>
      </div>
      {services.map((service, at) => (
        <BoardCell key={service} title={`${service}, ${name}`} cell={cells[at]!} />
      ))}
    </li>
  )
}

function BoardCell({ title, cell }: { title: string; cell: Cell | 'room' | null }) {
  if (cell === null)
    return (
      <div className="board__cell board__cell--none">
        <h4>{title}</h4>
        <span>Not open</span>
      </div>
    )
  const { seats, note, why, person } = cell === 'room' ? ({ seats: '0 of 1', why: 'Wish 2' } as Cell) : cell
  return (
    <div
      id={cell === 'room' ? 'room' : undefined}
      className={`board__cell${note ? ' hatch' : ''}${cell === 'room' ? ' board__cell--room' : ''}`}
    >
      <h4>{title}</h4>
      <p className="board__seats">
        <b>{seats}</b>
        {note ? <span>{note}</span> : null}
      </p>
      {why ? <p className="board__why">{why}</p> : null}
      {person ? (
        <a className="person" href="#board" data-tone={person[2]}>
          <b>{person[0]}</b>
          <span>{person[1]}</span>
        </a>
      ) : null}
      {cell === 'room' ? <Button size="small">Place Rivera here</Button> : null}
    </div>
  )
}

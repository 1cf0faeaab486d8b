import { Button } from '#app/ui/button'
import { Section } from './section'

const wishes = [
  { rank: 1, name: 'Block 11, peripheral IR', hint: 'April 26 – May 21 · 1 seat, 2 asked for it' },
  { rank: 2, name: 'Block 12, either service', hint: 'May 24 – June 18 · 1 seat, 1 asked for it' },
]

/** The worklist beside the record, the evidence beside the decision, the scorecard, the wishes. */
export function Review() {
  return (
    <Section id="review" title="Review and wishes">
      <div className="review">
        <nav aria-label="Applications to review">
          <ul className="worklist">
            <Waiting name="Iris Romero" sent="Nov 9" what="Sub-internship · by Nov 30" current />
            <Waiting name="Caleb Wolfeschlegelsteinhausen-Winters" sent="Nov 16" what="Elective · by Dec 7" />
          </ul>
        </nav>
        <div className="evidence">
          <svg className="sheet" viewBox="0 0 560 200" role="img" aria-label="Transcript of Iris Romero, page 1 of 2">
            <rect className="s-mark" x="30" y="34" width="180" height="26" />
            <text className="s-b" x="36" y="52">
              Romero, Iris M.
            </text>
            <line x1="36" x2="524" y1="92" y2="92" />
            <rect x="36" y="120" width="320" height="7" />
          </svg>
          <form className="evidence__decide stack" aria-label="Check the transcript" method="post">
            <label className="choice choice--tight">
              <input type="checkbox" name="name" defaultChecked /> Name matches
            </label>
            <Button full>
              Accept transcript <kbd>A</kbd>
            </Button>
            <Button kind="danger" full>
              Report a problem <kbd>P</kbd>
            </Button>
          </form>
        </div>
      </div>
      <Score />
      <form method="post" aria-label="Your wishes">
        <ol className="wishes">
          {wishes.map((wish) => (
            <Wish key={wish.rank} {...wish} />
          ))}
        </ol>
      </form>
    </Section>
  )
}

function Waiting({ name, sent, what, current }: { name: string; sent: string; what: string; current?: boolean }) {
  return (
    <li>
      <a href="#review" aria-current={current || undefined}>
        <b>{name}</b>
        <span>{sent}</span>
        <span>{what}</span>
      </a>
    </li>
  )
}

function Score() {
  return (
    <div className="score" role="radiogroup" aria-labelledby="record">
      <b id="record">Clinical record</b>
      <div className="segmented segmented--44">
        {['Concerns', 'Sound', 'Strong', 'Outstanding'].map((label, at) => (
          <label key={label}>
            <input type="radio" name="record" value={at} defaultChecked={at === 2} /> {label}
          </label>
        ))}
      </div>
    </div>
  )
}

function Wish({ rank, name, hint }: (typeof wishes)[number]) {
  return (
    <li>
      <span className="wishes__rank">
        <span className="vh">Wish </span>
        {rank}
      </span>
      <div>
        <b>{name}</b>
        <br />
        <span className="hint">{hint}</span>
      </div>
      <div className="wishes__acts">
        {['Up', 'Down', 'Remove'].map((act) => (
          <Button key={act} kind="secondary" size="small" name={act.toLowerCase()} value={rank}>
            {act}
            <span className="vh">: {name}</span>
          </Button>
        ))}
      </div>
    </li>
  )
}

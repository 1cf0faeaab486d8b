import { ButtonLink } from '#app/ui/button'
import { Rows } from '#app/ui/rows'
import { Section } from './section'

/** What the public pages add: hero, steps, the year, the cast; and a chart. */
export function Public() {
  return (
    <Section id="public" title="Public pages and charts">
      <div className="hero">
        <div className="stack stack-24">
          <h3>Rotate as an acting sub-intern in interventional radiology</h3>
          <p className="lead">Two or four weeks on the service of an integrated residency.</p>
          <p className="cluster">
            <ButtonLink to="#public">See dates and seats</ButtonLink>
          </p>
        </div>
        <Rows items={deadlines} first={7} ordered />
      </div>
      <ol className="steps">
        <li>
          <h3>Pick a clerkship and rank up to 5 dates</h3>
          <p>Sub-internship: 4 weeks, 4th year.</p>
        </li>
        <li>
          <h3>Hear from us within 21 days</h3>
          <p>An offer names the block and the service.</p>
        </li>
      </ol>
      <Year />
      <Chart />
      <form method="post" aria-label="Sign in as">
        <ul className="cast">
          <li>
            <button type="submit" name="as" value="lena">
              <b>Lena Park</b>
              <span className="hint">Draft: 3 tasks left, for block 10</span>
            </button>
          </li>
        </ul>
      </form>
    </Section>
  )
}

const deadlines = [
  { key: 'Thu, Dec 3', children: 'Apply for block 8, February' },
  { key: 'Thu, Dec 31', children: 'Apply for block 9, March' },
]

function Year() {
  const label = 'Block 6 runs now; block 8 is open to apply, with one seat free.'
  return (
    <figure className="stack stack-12">
      <svg className="year" viewBox="0 0 240 110" role="img" aria-label={label}>
        <rect className="y-block" data-s="now" x="10" y="10" width="64" height="32" rx="3" />
        <text className="y-num" data-s="now" x="42" y="31">
          6
        </text>
        <rect className="y-block" data-s="open" x="84" y="10" width="64" height="32" rx="3" />
        <text className="y-num" data-s="open" x="116" y="31">
          8
        </text>
        <rect className="y-seat" data-s="taken" x="84" y="56" width="13" height="13" />
        <rect className="y-seat" x="102" y="56" width="13" height="13" />
      </svg>
      <figcaption>
        <ul className="legend">
          {['now:Running', 'open:Open to apply', 'full:Seat taken', 'free:Seat free'].map((item) => (
            <li key={item}>
              <span className={`key key--${item.split(':')[0]}`} />
              {item.split(':')[1]}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}

function Chart() {
  return (
    <svg className="chart" viewBox="0 0 416 120" role="img" aria-label="Placed 20, submitted 5, eligible 5, draft 3">
      {['Placed:20', 'Submitted:5', 'Eligible:5', 'Draft:3'].map((bar, at) => {
        const [name, count] = bar.split(':')
        return (
          <g key={bar} transform={`translate(0 ${at * 30})`}>
            <text y="18">{name}</text>
            <rect className={`f${at + 1}`} x="96" y="5" width={Number(count) * 14} height="18" />
            <text className="c-strong" x={104 + Number(count) * 14} y="19">
              {count}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

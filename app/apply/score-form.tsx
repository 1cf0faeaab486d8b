import { Form } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button'
import { scoreRows } from './review'
import type { Shown } from './review-offers.server'

/** The scorecard in words; others' scores show once one's own is signed. */
export function ScoreForm({ it }: { it: Shown }) {
  const at = `/review/${it.application.id}/score`
  if (it.mine?.status === 'signed') return <Signed it={it} />
  return (
    <Form className="ruled stack" aria-labelledby="score" method="post" action={at} id="score-form">
      <input type="hidden" name="stage" value={it.stage} />
      <div className="cluster cluster--between cluster--base">
        <h2 id="score">Score</h2>
        <p className="hint">Others’ scores show once you sign.</p>
      </div>
      {scoreRows.map((row) => (
        <fieldset className="rating" key={row.key}>
          <legend>{row.name}</legend>
          <div className="segmented segmented--44">
            {row.words.map((word, points) => (
              <label key={word}>
                <input
                  type="radio"
                  name={row.key}
                  value={points}
                  defaultChecked={it.mine?.scores[row.key] === points}
                />{' '}
                {word}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <div className="cluster cluster--between">
        <div className="cluster">
          <Button kind="secondary">Save scores</Button>
          <Button kind="secondary" formAction={`${at}/signature`}>
            Sign scores
          </Button>
        </div>
        <LinkButton formAction={`${at}/conflict`}>State a conflict</LinkButton>
      </div>
    </Form>
  )
}

function Signed({ it }: { it: Shown }) {
  const all = [{ name: 'You', scores: it.mine?.scores ?? {} }, ...it.others]
  return (
    <section className="ruled stack stack-8" aria-labelledby="score">
      <h2 id="score">Scores</h2>
      <dl className="summary">
        {all.map(({ name, scores }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{scoreRows.map((row) => `${row.name}: ${row.words[scores[row.key]] ?? '–'}`).join(' · ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

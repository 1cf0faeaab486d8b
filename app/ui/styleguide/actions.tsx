import { Link } from '@remix-run/react'
import { Button, ButtonLink, LinkButton } from '#app/ui/button'
import { Details } from '#app/ui/details'
import { Dialog } from '#app/ui/dialog'
import { longName, Section } from './section'

/** Buttons, links, the bulk bar, the overlay. */
export function Actions() {
  return (
    <Section id="actions" title="Buttons and links">
      <form method="post" className="stack" aria-label="Buttons">
        <div className="cluster">
          <Button>Accept block 8</Button>
          <Button kind="secondary">Decline</Button>
          <Button kind="danger">Report a problem</Button>
          <Button disabled>Cannot be pressed</Button>
          <LinkButton>Remind</LinkButton>
        </div>
        <div className="cluster">
          <Button size="big">Evaluate Theo Marsh</Button>
          <Button size="small">Place Rivera here</Button>
          <ButtonLink to="#actions" kind="secondary" size="small">
            Next week
          </ButtonLink>
        </div>
        <Button full>Evaluate {longName}</Button>
      </form>
      <p>
        A link in a sentence: <Link to="/help">help</Link>, and one <Link to="/never-visited">not yet visited</Link>.
      </p>
      <div className="bulk">
        <b>12 selected</b>
        <span>3 are already complete and are not reminded.</span>
        <ButtonLink to="#actions" kind="secondary" size="small">
          Remind 9 students
        </ButtonLink>
      </div>
      <div className="cluster">
        <Dialog id="example" open="Open a dialog" title="Cancel block 8?">
          <p>Three students are told by mail. What a dialog holds has a page of its own, too.</p>
        </Dialog>
        <Details summary="Show blocks 1 to 7: closed">
          <p>Block 1 closed on May 7.</p>
        </Details>
        <Details summary="Open from the start" open>
          <p>Press A to accept, P for a problem.</p>
          <p>
            <kbd>A</kbd> <kbd>P</kbd>
          </p>
        </Details>
      </div>
    </Section>
  )
}

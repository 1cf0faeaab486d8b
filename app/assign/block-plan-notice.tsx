import { Form, Link } from '@remix-run/react'
import { Button } from '#app/ui/button'
import { Notice } from '#app/ui/notice'
import { dayText, Instant } from '#app/ui/time'
import type { Plan } from './block-plan.server'
import { blockCancellationPath, blockMovePath, planRemovalPath } from './paths'

type NoticeProps = { plan: Plan; year: string; mayUndo: boolean; isOnBoard?: boolean }

/** A block's change that is planned: by whom, when it happens, and its undo; or why it could not be done. */
export function BlockPlanNotice({ plan, year, mayUndo, isOnBoard }: NoticeProps) {
  const what = plan.to ? `move to ${dayText(plan.to, { weekday: true })}` : 'be cancelled'
  return (
    <Notice
      tone={plan.error ? 'bad' : 'warn'}
      title={plan.error ? `Block ${plan.name} could not ${what}` : `Block ${plan.name} will ${what}`}
    >
      {plan.error ? (
        <p>
          {plan.error} Nothing was changed and nobody was told.
          {isOnBoard && mayUndo ? (
            <>
              {' '}
              <Link to={againPath(year, plan)}>Change block {plan.name} again</Link>
            </>
          ) : null}
        </p>
      ) : (
        <p>
          Planned by {plan.by}. Nothing changes and nobody is told before <Instant at={plan.at} />.
        </p>
      )}
      {mayUndo ? (
        <Form method="post" action={planRemovalPath(year, plan.blockId)}>
          <Button kind="secondary" size="small">
            {plan.error ? 'Dismiss' : 'Undo'}
            <span className="vh">: block {plan.name}</span>
          </Button>
        </Form>
      ) : null}
    </Notice>
  )
}

const againPath = (year: string, { blockId, to }: Plan) =>
  to ? blockMovePath(year, blockId, to) : blockCancellationPath(year, blockId)

import { closeWithPlacement } from '#app/evaluate/closing.server'
import { registerFollows } from '#app/workflow/follow.server'

/** What a step sets off in later rooms: `kind.step` → functions, run in the same transaction. */
registerFollows({
  'placement.cancel': [closeWithPlacement],
  'placement.withdraw': [closeWithPlacement],
})

import { tellDrafts } from '#app/apply/draft-messages.server'
import { confirmAfterDocument } from '#app/assign/confirmation.server'
import { endAfterWithdrawal } from '#app/assign/endings.server'
import { closeWithPlacement } from '#app/evaluate/closing.server'
import { freeSupervisors } from '#app/pair/endings.server'
import { movePairings } from '#app/pair/moves.server'
import { registerFollows } from '#app/workflow/follow.server'

/** What a step sets off in later rooms: `kind.step` → functions, run in the same transaction. */
registerFollows({
  'application.withdraw': [endAfterWithdrawal],
  'block.move': [movePairings],
  'document.accept': [confirmAfterDocument],
  'placement.cancel': [freeSupervisors, closeWithPlacement],
  'placement.move': [closeWithPlacement],
  'placement.take back': [freeSupervisors, closeWithPlacement],
  'placement.withdraw': [freeSupervisors, closeWithPlacement],
  'requirement.change': [tellDrafts],
})

import { registerFollows } from '#app/workflow/follow.server'

/** What a step sets off in later rooms: `kind.step` → functions, run in the same transaction. */
registerFollows({})

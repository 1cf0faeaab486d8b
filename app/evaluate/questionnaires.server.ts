import { write } from '#db/client'
import { questionnaires } from '#db/schema/index'
import { shippedQuestionnaires } from './questionnaire'

/** Puts the questionnaires that the portal ships with into a new database; those that are there stay as they are. */
export async function shipQuestionnaires(): Promise<void> {
  await write((tx) => tx.insert(questionnaires).values(shippedQuestionnaires).onConflictDoNothing())
}

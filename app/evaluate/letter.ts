import type { Tone } from '#app/ui/tag'
import type { Workflow } from '#app/workflow/workflow'
import type { letters } from '#db/schema/evaluate/grades'

export type Letter = typeof letters.$inferSelect

export const letterWorkflow = {
  draft: { from: ['requested'], to: 'drafted', by: 'letter.write' },
  sign: { from: ['requested', 'drafted'], to: 'signed', by: 'letter.write' },
  upload: { from: ['signed'], to: 'uploaded', by: 'letter.write' },
} as const satisfies Workflow<Letter['status']>

export const isUnsigned = ({ status }: Pick<Letter, 'status'>) => status === 'requested' || status === 'drafted'

export const letterTags: Record<Letter['status'], { words: string; tone: Tone }> = {
  requested: { words: 'Asked', tone: 'info' },
  drafted: { words: 'Draft', tone: 'neutral' },
  signed: { words: 'Signed, to upload', tone: 'warn' },
  uploaded: { words: 'Uploaded', tone: 'ok' },
}

import type { Tone } from '#app/ui/tag'
import type { messages } from '#db/schema/index'

export type MessageStatus = (typeof messages.$inferSelect)['status']

/** The state of a message, as the coordinator reads it. */
export const messageTags: Record<MessageStatus, { label: string; tone: Tone }> = {
  waiting: { label: 'Waiting', tone: 'neutral' },
  sending: { label: 'Being sent', tone: 'info' },
  sent: { label: 'Sent', tone: 'ok' },
  failed: { label: 'Not sent', tone: 'bad' },
  unsure: { label: 'Maybe sent', tone: 'warn' },
  withdrawn: { label: 'Taken back', tone: 'neutral' },
}

/** The tabs of the outbox; the first is what asks for a person. */
export const messageTabs = {
  trouble: { label: 'Needs a look', holds: ['failed', 'unsure'] },
  waiting: { label: 'Waiting', holds: ['waiting', 'sending'] },
  sent: { label: 'Sent', holds: ['sent'] },
  withdrawn: { label: 'Taken back', holds: ['withdrawn'] },
} as const satisfies Record<string, { label: string; holds: readonly MessageStatus[] }>
export type MessageTab = keyof typeof messageTabs

export const isMessageTab = (name: string | null): name is MessageTab => name !== null && name in messageTabs
export const tabOf = (status: MessageStatus) =>
  (Object.keys(messageTabs) as MessageTab[]).find((tab) =>
    (messageTabs[tab].holds as readonly MessageStatus[]).includes(status),
  ) as MessageTab

import { listText } from '#app/ui/list-text'
import { FEW } from './reply'

type Published = { student: string; to: string | null }

/** "2 places are published. The mail goes out in 10 minutes.", and who has no address, so that no mail reaches them. */
export function publishedText(published: Published[], undo: string): string {
  const says = published.length === 1 ? '1 place is published.' : `${published.length} places are published.`
  const without = published.filter(({ to }) => !to).map(({ student }) => student)
  const mail = without.length < published.length ? `The mail goes out in ${undo}.` : 'No mail goes out.'
  return [says, mail, withoutText(without, without.length === published.length)].filter(Boolean).join(' ')
}

/** Who has to be told by other means: by name when few. */
function withoutText(names: string[], isEverybody: boolean): string {
  if (names.length === 0) return ''
  if (isEverybody && names.length > FEW) return 'None of these students has an e-mail address: tell them yourself.'
  const who = names.length > FEW ? `${names.length} of these students` : listText(names)
  return `${who} ${names.length === 1 ? 'has' : 'have'} no e-mail address: tell them yourself.`
}

/** Before publishing: how many messages go out and when, or that none does, and how long it can be undone. */
export function mailText(changes: Published[], undo: string | null): string {
  const without = changes.filter(({ to }) => !to).map(({ student }) => student)
  const mails = changes.length - without.length
  const go = mails === 1 ? '1 message goes' : `${mails} messages go`
  const says =
    mails > 0
      ? `${go} out ${undo} after you publish; until then you can undo it.`
      : `No mail goes out. You can undo it for ${undo}.`
  return [says, withoutText(without, mails === 0)].filter(Boolean).join(' ')
}

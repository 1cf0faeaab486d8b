const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" }
const plain = (text: string) => text.replaceAll(/&(amp|lt|gt|quot|#x27|#39);/g, (_, name: string) => entities[name])
const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)
  return found ? plain(found[1]) : undefined
}

/** What the first form of a page that posts to itself would send if it were sent as it is shown. */
export function shownForm(html: string): [name: string, value: string][] {
  const forms = [...html.slice(html.indexOf('<main')).matchAll(/<form[^>]*method="post"[^>]*>.*?<\/form>/gs)]
  const form = forms.map(([text]) => text).find((text) => /<(input|textarea|select)[^>]*name=/.test(text))
  if (!form) throw new Error('This page has no form with fields')
  const tags = form.matchAll(/<input[^>]*>|<textarea[^>]*>[^<]*<\/textarea>|<select[^>]*>.*?<\/select>/gs)
  return [...tags].flatMap(([tag]): [string, string][] => {
    const name = attribute(tag, 'name')
    const value = name === undefined ? undefined : sentBy(tag)
    return value === undefined ? [] : [[name!, value]]
  })
}

/** Undefined for a box or a button that is not pressed: it is not sent. */
function sentBy(tag: string): string | undefined {
  if (tag.startsWith('<textarea')) return plain(/>([^<]*)</.exec(tag)![1])
  if (tag.startsWith('<select')) {
    const options = [...tag.matchAll(/<option[^>]*>/g)].map(([option]) => option)
    return attribute(options.find((option) => option.includes(' selected')) ?? options[0], 'value') ?? ''
  }
  const isBox = /type="(checkbox|radio)"/.test(tag)
  if (isBox && !/\schecked/.test(tag)) return undefined
  return attribute(tag, 'value') ?? (isBox ? 'on' : '')
}

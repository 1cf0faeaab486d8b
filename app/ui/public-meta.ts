/** The head of a page that anybody may read: title, description, canonical address, and the same for a shared link. */
export function publicMeta({ title, description, address }: { title: string; description: string; address?: string }) {
  const name = `${title} – IR rotations`
  return [
    { title: name },
    { name: 'description', content: description },
    { property: 'og:title', content: name },
    { property: 'og:description', content: description },
    { property: 'og:type', content: 'website' },
    ...(address
      ? [
          { property: 'og:url', content: address },
          { tagName: 'link', rel: 'canonical', href: address },
        ]
      : []),
  ]
}

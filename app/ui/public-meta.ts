type PublicMeta = {
  title: string
  description: string
  /** The page's one address. */
  address?: string
  /** What a search engine is told, as schema.org says it. */
  linked?: Record<string, unknown> | null
}

/** The head of a page that anybody may read: title, description, canonical address, and the same for a shared link. */
export function publicMeta({ title, description, address, linked }: PublicMeta) {
  const name = `${title} – IR rotations`
  return [
    { title: name },
    { name: 'description', content: description },
    { property: 'og:title', content: name },
    { property: 'og:description', content: description },
    { property: 'og:type', content: 'website' },
    { property: 'og:site_name', content: 'IR rotations' },
    { property: 'og:locale', content: 'en_US' },
    { name: 'twitter:card', content: 'summary' },
    ...(address
      ? [
          { property: 'og:url', content: address },
          { tagName: 'link', rel: 'canonical', href: address },
        ]
      : []),
    ...(linked ? [{ 'script:ld+json': linked }] : []),
  ]
}

import { publicAddress } from '#app/program/program.server'

/** What a crawler may read: the public pages; links with a token are in no list. */
export const loader = () =>
  new Response(
    [
      'User-agent: *',
      'Disallow: /sign-in',
      'Disallow: /dev/',
      '',
      `Sitemap: ${publicAddress('/sitemap.xml')}`,
      '',
    ].join('\n'),
    { headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
  )

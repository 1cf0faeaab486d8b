import { clerkshipSlugs } from '#app/program/clerkships.server'
import { publicAddress } from '#app/program/program.server'

const pages = ['/', '/clerkships', '/program/services', '/program/curriculum', '/program/people']
const more = ['/program/conferences', '/help']

/** Every page that anybody may read. */
export async function loader() {
  const slugs = await clerkshipSlugs()
  const paths = [...pages, ...more, ...slugs.map((slug) => `/clerkships/${slug}`)]
  const urls = paths.map((path) => `  <url><loc>${publicAddress(path)}</loc></url>`)
  const body = ['<?xml version="1.0" encoding="UTF-8"?>', `<urlset xmlns="${SCHEMA}">`, ...urls, '</urlset>', '']
  return new Response(body.join('\n'), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
}

const SCHEMA = 'http://www.sitemaps.org/schemas/sitemap/0.9'

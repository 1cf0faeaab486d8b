import type { Page } from '@playwright/test'
import { expect, test } from '#tests/support/browser'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const pages = [
  '/',
  '/clerkships',
  '/clerkships/sub-internship',
  '/program/services',
  '/program/curriculum',
  '/program/people',
  '/program/conferences',
  '/help',
]

for (const javaScriptEnabled of [true, false]) {
  test(`a visiting student finds dates, what is asked, and a start in three taps ${
    javaScriptEnabled ? 'with' : 'without'
  } JavaScript @phone`, async ({ browser, baseURL, viewport }) => {
    const context = await browser.newContext({ baseURL, viewport, hasTouch: true, javaScriptEnabled })
    const page = await context.newPage()
    await page.goto('/')
    await page.getByRole('link', { name: 'See dates and seats' }).first().tap()
    await page.getByRole('link', { name: 'What the sub-internship asks for' }).tap()
    await expect(heading(page)).toHaveText('Sub-internship in interventional radiology')
    await expect(page.getByRole('row', { name: /Block 10/ })).toContainText('1 seat')
    await expect(page.getByText('Official, and not older than 6 months on the day you send.')).toBeVisible()
    await page.getByRole('link', { name: 'Apply for a sub-internship' }).tap()
    await expect(page).toHaveURL(/sign-in\?next=.*applications.*new/)
    await page.getByLabel('E-mail address').fill('new.student@northgate.example')
    await expect(page.getByRole('button', { name: 'Send me a code' })).toBeVisible()
    await context.close()
  })
}

test('each public page says what it is and where it is', async ({ page, baseURL }) => {
  const titles = new Set<string>()
  for (const path of pages) {
    await page.goto(path)
    titles.add(await page.title())
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', `${baseURL}${path}`)
    for (const property of ['og:title', 'og:description', 'og:url', 'og:type', 'og:site_name'])
      await expect(page.locator(`meta[property="${property}"]`)).toHaveAttribute('content', /.+/)
    expect((await page.locator('meta[name="description"]').getAttribute('content'))!.length).toBeGreaterThan(40)
    await expect(page.getByText('Demonstration. All people are invented.')).toBeVisible()
  }
  expect(titles.size).toBe(pages.length)
})

test('search engines are told of the program, its courses and its conferences', async ({ page }) => {
  const linked = async (path: string) => {
    await page.goto(path)
    return JSON.parse((await page.locator('script[type="application/ld+json"]').textContent())!)
  }
  expect(await linked('/')).toMatchObject({ '@type': 'EducationalOrganization', email: 'rotations@example.org' })
  const course = await linked('/clerkships/sub-internship')
  expect(course).toMatchObject({ '@type': 'Course', timeRequired: 'P4W', offers: { price: '150.00' } })
  expect(course.hasCourseInstance[0]).toMatchObject({ startDate: '2027-02-01', endDate: '2027-02-26' })
  const [first] = (await linked('/program/conferences'))['@graph']
  expect(first).toMatchObject({ '@type': 'Event', eventSchedule: { startTime: '07:00:00', repeatFrequency: 'P1W' } })
})

test('the map of the site leads to each public page, and only there', async ({ request, baseURL }) => {
  const map = await (await request.get('/sitemap.xml')).text()
  const listed = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address.replace(baseURL!, ''))
  expect(listed.sort()).toEqual([...pages, '/clerkships/elective'].sort())
  for (const path of listed) expect((await request.get(path)).headers()['x-robots-tag']).toBeUndefined()
  expect(await (await request.get('/robots.txt')).text()).toContain(`Sitemap: ${baseURL}/sitemap.xml`)
  expect(await (await request.get('/.well-known/security.txt')).text()).toMatch(/^Contact: mailto:.+\nExpires: \d{4}-/)
  const change = await request.get('/.well-known/change-password', { maxRedirects: 0 })
  expect([change.status(), change.headers().location]).toEqual([302, '/account'])
})

import { createClient } from '@libsql/client'
import { expect, test } from '#tests/support/browser'

/** Every URL once for each role whose page differs; `:name` is filled from the demo's rows. */
const pages: Record<string, string[]> = {
  nobody: [
    '/',
    '/program/services',
    '/program/curriculum',
    '/program/people',
    '/program/conferences',
    '/clerkships',
    '/clerkships/sub-internship',
    '/help',
    '/sign-in',
    '/dev/mail',
    '/no-such-page',
  ],
  'Lena Park': [
    '/today',
    '/account',
    '/account/addresses',
    '/profile',
    '/applications',
    '/applications/new',
    '/applications/:lena',
    '/applications/:lena/choices',
    '/applications/:lena/documents/cv',
    '/applications/:lena/statement',
    '/applications/:lena/confirmation',
    '/applications/:lena/check',
    '/applications/:lena/withdrawal',
  ],
  'Amara Diallo': ['/today', '/placements/:offer', '/placements/:offer/refusal'],
  'Jonah Weiss': ['/today', '/rotation', '/feedback'],
  'Elias Brandt': ['/today', '/schedule/2026-27', '/evaluations', '/evaluations/:owed', '/evaluations/:owed/refusal'],
  'Dr. Faraj': ['/today', '/evaluations'],
  'Ana Whitlock': [
    '/today',
    '/review',
    '/review/:iris',
    '/review/:iris/return',
    '/review/:iris/no-offer',
    '/board/2026-27',
    '/board/2026-27?place=:ines',
    '/board/2026-27/publication',
    '/board/2026-27/proposal',
    '/pairings/:block',
    '/pairings/:block/publication',
    '/completion',
    '/people',
    '/schedule/2026-27',
    '/schedule/2027-28',
    '/schedule/2026-27/entry',
    '/schedule/2026-27/people/:brandt',
    '/people/invitations',
    '/people/:brandt',
    '/people/:brandt/roles',
    '/people/:brandt/teaching',
    '/settings',
    '/settings/program',
    '/settings/figures',
    '/settings/figures/training',
    '/settings/services',
    '/settings/services/new',
    '/settings/services/peripheral',
    '/settings/services/peripheral/sessions',
    '/settings/services/peripheral/week',
    '/settings/services/peripheral/procedures',
    '/settings/conferences',
    '/settings/conferences/new',
    '/settings/clinic-days',
    '/settings/curriculum',
    '/settings/curriculum/2',
    '/settings/years',
    '/settings/years/new',
    '/settings/years/2026-27',
    '/settings/years/2027-28',
    '/settings/years/2026-27/dates',
    '/settings/years/2026-27/holidays',
    '/settings/years/2027-28/copy',
    '/settings/years/2027-28/blocks/new',
    '/settings/years/2026-27/blocks/:block',
    '/settings/years/2026-27/windows',
    '/settings/years/2027-28/windows',
    '/settings/clerkships',
    '/settings/clerkships/new',
    '/clerkships/sub-internship/edit',
    '/clerkships/sub-internship/requirements/new',
    '/clerkships/sub-internship/requirements/transcript',
    '/clerkships/sub-internship/requirements/statement',
    '/openings/2026-27',
    '/openings/2026-27?clerkship=elective',
    '/openings/2027-28',
    '/messages',
    '/work',
    '/events',
  ],
  'Ruth Calloway': ['/today', '/review?stage=health'],
  'Dr. Duarte': ['/today', '/placements/:ended/grade', '/completion'],
  'Dr. Adler': ['/today', '/letters', '/board/2026-27'],
  'Dr. Bauer': ['/today', '/review/:iris'],
}

const questions: Record<string, string> = {
  lena: applicationOf('Lena Park'),
  iris: applicationOf('Iris Romero'),
  ines: applicationOf('Ines Rivera'),
  offer: placementOf('Amara Diallo'),
  ended: placementOf('Theo Marsh'),
  owed: `select e.id from evaluations e join people p on p.id = e.author_id
    where p.name = 'Elias Brandt' and e.status in ('requested', 'drafted') order by e.due_on limit 1`,
  brandt: "select id from people where name = 'Elias Brandt'",
  block: "select id from blocks where year_id = '2026-27' and name = '7'",
}

function applicationOf(name: string): string {
  return `select a.id from applications a join people p on p.id = a.student_id where p.name = '${name}'`
}

function placementOf(name: string): string {
  return `select l.id from placements l join people p on p.id = l.student_id where p.name = '${name}'`
}

async function idsOf(database: string): Promise<Record<string, string>> {
  const client = createClient({ url: `file:${database}` })
  const rows = await Promise.all(Object.values(questions).map((question) => client.execute(question)))
  client.close()
  return Object.fromEntries(Object.keys(questions).map((key, at) => [key, String(rows[at].rows[0]?.id)]))
}

test.describe('axe and the browser find nothing on any page', () => {
  for (const [name, paths] of Object.entries(pages)) {
    test(`of ${name}`, async ({ page, portal, signInAs, expectAccessible }) => {
      const ids = await idsOf(portal.database)
      if (name !== 'nobody') await signInAs(name)
      for (const path of paths) {
        await page.goto(path.replace(/:(\w+)/g, (_, key: string) => ids[key]))
        await expect(page.locator('main')).toBeVisible()
        await expectAccessible()
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(wide, `${path} scrolls sideways`).toBeLessThanOrEqual(0)
      }
    })
  }
})

import { chromium } from 'playwright'
import AxeBuilder from '@axe-core/playwright'
const base = 'http://localhost:4140'
const who = process.argv[2] ?? 'Lena Park'
const js = process.argv[3] !== 'nojs'
const paths = process.argv.slice(4)
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking'] })
const ctx0 = await browser.newContext({ javaScriptEnabled: js })
const p0 = await ctx0.newPage()
await p0.goto(base + '/sign-in')
if (who !== '-') { for (const s of await p0.locator('summary').all()) await s.click(); await p0.getByRole('button', { name: new RegExp(who) }).click() ; await p0.waitForLoadState() }
const state = await ctx0.storageState()
if (paths.includes('ids')) { await p0.goto(base + '/applications'); console.log(await p0.locator('main a').evaluateAll((as) => as.map((a) => a.getAttribute('href')))) ; await browser.close(); process.exit(0) }
for (const scheme of ['light', 'dark'] as const) for (const [w, h] of [[390, 844], [1280, 800]]) {
  const ctx = await browser.newContext({ storageState: state, viewport: { width: w, height: h }, colorScheme: scheme, javaScriptEnabled: js, reducedMotion: 'reduce' })
  const p = await ctx.newPage()
  p.on('console', (m) => { if (m.type() === 'error') console.log('console', m.text().slice(0, 300)) })
  p.on('pageerror', (e) => console.log('pageerror', e.message.slice(0, 200)))
  for (const path of paths) {
    const r = await p.goto(base + path)
    await p.waitForLoadState('networkidle')
    const name = path.replace(/[^a-z0-9]+/gi, '_').slice(-60)
    await p.screenshot({ path: `/tmp/apply-shots/${name}-${w}-${scheme}.png`, fullPage: true })
    if (js && w === 390 || w === 1280) {
      const a = await new AxeBuilder({ page: p }).analyze().catch(() => ({ violations: [] as any[] }))
      for (const v of a.violations) console.log(path, w, scheme, v.id, v.nodes.slice(0, 2).map((n: any) => n.html.slice(0, 160)))
    }
    const over = await p.evaluate(() => document.documentElement.scrollWidth > innerWidth).catch(() => false)
    console.log(r?.status(), path, w, scheme, over ? 'OVERFLOW' : '')
  }
  await ctx.close()
}
await browser.close()

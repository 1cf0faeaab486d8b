import { eq } from 'drizzle-orm'
import type { SMTPServerOptions } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Message, post, resend, withdrawMessages } from '#app/mail/messages.server'
import { isMailDue, sendDue } from '#app/mail/sender.server'
import { read, write } from '#db/client'
import { messages } from '#db/schema/index'
import { freshDatabase } from '#tests/support/database'
import { type Mailbox, openMailbox } from '#tests/support/mailbox'

const now = new Date('2026-07-06T16:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const offer: Message = {
  key: 'offer:1:ana',
  kind: 'placement.offer',
  to: 'ana@school.example',
  subject: 'We offer you block 8',
  paragraphs: ['We offer you block 8, February 1 – 26, on neuro IR.', 'Reply by Tuesday, December 8, 11:59 PM PT.'],
  link: { label: 'See your offer', path: '/placements/1?a=1&b=2' },
  about: { kind: 'placement', id: '1' },
}
const posted = (message: Partial<Message> = {}) => write((tx) => post(tx, { ...offer, ...message }, now))
const rows = () => read.select().from(messages)
const statuses = async () => (await rows()).map(({ status }) => status)

let closing: (() => Promise<unknown>)[] = []
beforeEach(async () => void (await freshDatabase()))
afterEach(async () => {
  for (const close of closing) await close()
  closing = []
  vi.restoreAllMocks()
})

/** An SMTP server that closes with the test. */
async function mailServer(options: SMTPServerOptions = {}): Promise<Mailbox> {
  const mailbox = await openMailbox(options)
  closing.push(mailbox.close)
  return mailbox
}

const smtpError = (responseCode: number) => Object.assign(new Error('no'), { responseCode })

describe('a message', () => {
  test('goes out as text and HTML with one absolute link, marked as written by a machine', async () => {
    const { url, received } = await mailServer()
    await posted()
    expect(await sendDue({ now, isDemo: false, smtpUrl: url })).toBe(1)
    const [mail] = received
    expect(mail.subject).toBe('We offer you block 8')
    expect([mail.to].flat()[0]?.text).toBe('ana@school.example')
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
    const href = 'http://localhost:3000/placements/1?a=1&b=2'
    expect(mail.text).toContain('Reply by Tuesday, December 8, 11:59 PM PT.')
    expect(mail.text).toContain(href)
    expect([...String(mail.html).matchAll(/href="([^"]*)"/g)].map(([, to]) => to)).toEqual([href.replace('&', '&amp;')])
    expect(await statuses()).toEqual(['sent'])
  })
  test('shows what somebody typed as text, never as markup', async () => {
    await posted({ paragraphs: ['<img src=x onerror=alert(1)>'] })
    expect((await rows())[0].html).toContain('&lt;img src=x')
  })
  test('is posted once by its key, and only with the transaction that causes it', async () => {
    expect([await posted(), await posted({ subject: 'Again' })]).toEqual([true, false])
    const undone = write(async (tx) => {
      await post(tx, { ...offer, key: 'other' }, now)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect((await rows()).map(({ subject }) => subject)).toEqual(['We offer you block 8'])
  })
  test('cannot carry a header of somebody’s making', async () => {
    const { url, received } = await mailServer()
    await posted({ subject: 'Hello\r\nBcc: everyone@school.example' })
    await sendDue({ now, isDemo: false, smtpUrl: url })
    expect(received[0].subject).toBe('Hello Bcc: everyone@school.example')
    expect(received[0].bcc).toBeUndefined()
    for (const to of [
      'ana@school.example\r\nBcc: b@x.example',
      'a@x.example, b@x.example',
      'Ana <a@x.example>',
      'ana',
    ]) {
      await expect(posted({ to, key: to })).rejects.toThrow('one plain e-mail address')
    }
  })
  test('about a decision that can be undone waits ten minutes, and is taken back with it', async () => {
    await posted({ notBeforeAt: later(10) })
    expect(await sendDue({ now: later(9), isDemo: true })).toBe(0)
    expect(await write((tx) => withdrawMessages(tx, { kind: 'placement', id: '1' }))).toEqual(['placement.offer'])
    expect([await isMailDue(later(11)), await sendDue({ now: later(11), isDemo: true })]).toEqual([false, 0])
    expect(await statuses()).toEqual(['withdrawn'])
    expect(await posted(), 'said again after it was taken back').toBe(true)
    expect(await posted()).toBe(false)
  })
})

test('a demo prints its mail and sends none, even where SMTP is set', async () => {
  const printed = vi.spyOn(console, 'log').mockImplementation(() => {})
  const { url, received } = await mailServer()
  await posted()
  await sendDue({ now, isDemo: true, smtpUrl: url })
  expect(received).toEqual([])
  expect(printed.mock.calls).toEqual([
    ['Message to ana@school.example: We offer you block 8 → http://localhost:3000/placements/1?a=1&b=2'],
  ])
  expect(await statuses()).toEqual(['sent'])
})

describe('when SMTP', () => {
  const afterSending = async (options: SMTPServerOptions) => {
    const { url } = await mailServer(options)
    await posted()
    await sendDue({ now, isDemo: false, smtpUrl: url })
    return (await rows())[0]
  }
  test('refuses the address for good, the message has failed and the coordinator may resend it', async () => {
    const { id, status, error } = await afterSending({ onRcptTo: (_to, _session, done) => done(smtpError(550)) })
    expect([status, error]).toEqual(['failed', expect.stringContaining('550')])
    expect(await write((tx) => resend(tx, id, now))).toBe(true)
    expect(await statuses()).toEqual(['waiting'])
  })
  test('refuses for now, it is tried again after a while', async () => {
    const { status, notBeforeAt } = await afterSending({ onRcptTo: (_to, _session, done) => done(smtpError(451)) })
    expect([status, notBeforeAt]).toEqual(['waiting', later(2)])
  })
  test('cannot be reached, it is tried again after a while, at most eight times', async () => {
    await posted()
    let at = now
    for (let n = 0; n < 8; n++) {
      expect(await statuses()).toEqual(['waiting'])
      await sendDue({ now: at, isDemo: false, smtpUrl: 'smtp://127.0.0.1:1' })
      at = (await rows())[0].notBeforeAt
    }
    expect(await statuses()).toEqual(['failed'])
  })
  test('hangs up before the text, it is tried again after a while', async () => {
    const { url, hangUp } = await mailServer({ onMailFrom: () => hangUp() })
    await posted()
    await sendDue({ now, isDemo: false, smtpUrl: url })
    expect(await statuses()).toEqual(['waiting'])
  })
  test('hangs up after the text without an answer, the message is "maybe sent" and stays so', async () => {
    const { url, hangUp } = await mailServer({ onData: (stream) => stream.resume().on('end', () => hangUp()) })
    await posted()
    await sendDue({ now, isDemo: false, smtpUrl: url })
    expect(await statuses()).toEqual(['unsure'])
    expect(await sendDue({ now: later(999), isDemo: false, smtpUrl: url })).toBe(0)
  })
})

test('what a killed process left in the middle is "maybe sent", never sent again by itself, and can be resent', async () => {
  const { url, received } = await mailServer()
  await posted()
  const [{ id }] = await rows()
  const caught = (leaseUntil: Date) =>
    write((tx) => tx.update(messages).set({ status: 'sending', attempts: 1, leaseUntil }).where(eq(messages.id, id)))
  await caught(new Date(Date.now() + 60_000))
  await sendDue({ now, isDemo: false, smtpUrl: url })
  expect(await statuses(), 'another process may still be at it').toEqual(['sending'])
  await caught(new Date(Date.now() - 1000))
  expect(await isMailDue(now)).toBe(true)
  await sendDue({ now, isDemo: false, smtpUrl: url })
  expect([await statuses(), received.length]).toEqual([['unsure'], 0])
  await write((tx) => resend(tx, id, now))
  await sendDue({ now, isDemo: false, smtpUrl: url })
  expect([await statuses(), received.length]).toEqual([['sent'], 1])
  expect(await write((tx) => resend(tx, id, now)), 'what was sent is not sent again').toBe(false)
})

test('two senders at once send each of twenty messages once', async () => {
  const { url, received } = await mailServer()
  for (let n = 0; n < 20; n++) await posted({ key: String(n), subject: `Number ${n}` })
  const [one, two] = await Promise.all([1, 2].map(() => sendDue({ now, isDemo: false, smtpUrl: url })))
  expect(one + two).toBe(20)
  expect(new Set(received.map(({ subject }) => subject)).size).toBe(20)
  expect(received).toHaveLength(20)
})

import { expect, test } from 'vitest'
import { mailText, publishedText } from '#app/assign/publication'

const ana = { student: 'Ana Ruiz', to: 'ana@school.example' }
const [bo, cy] = ['Bo Li', 'Cy Wu'].map((student) => ({ student, to: null }))

test('publishing says that mail goes out only where somebody has an address, and who has none', () => {
  expect(publishedText([ana], '10 minutes')).toBe('1 place is published. The mail goes out in 10 minutes.')
  expect(publishedText([ana, bo], '10 minutes')).toBe(
    '2 places are published. The mail goes out in 10 minutes. Bo Li has no e-mail address: tell them yourself.',
  )
  expect(publishedText([bo, cy], '10 minutes')).toBe(
    '2 places are published. No mail goes out. Bo Li and Cy Wu have no e-mail address: tell them yourself.',
  )
  expect(publishedText([bo, bo, cy, cy], '10 minutes')).toBe(
    '4 places are published. No mail goes out. None of these students has an e-mail address: tell them yourself.',
  )
  expect(publishedText([ana, bo, bo, cy, cy], '10 minutes')).toMatch(/4 of these students have no e-mail address: /)
})

test('before publishing the same is said, with how long it can be undone', () => {
  expect(mailText([ana, bo], '10 minutes')).toBe(
    '1 message goes out 10 minutes after you publish; until then you can undo it. ' +
      'Bo Li has no e-mail address: tell them yourself.',
  )
  expect(mailText([bo, cy], '10 minutes')).toBe(
    'No mail goes out. You can undo it for 10 minutes. Bo Li and Cy Wu have no e-mail address: tell them yourself.',
  )
})

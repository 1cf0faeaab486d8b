import { eq } from 'drizzle-orm'
import { dayText, instantText } from '#app/ui/time'
import { change, undoOf } from '#app/workflow/changes.server'
import { programNow } from '#app/workflow/clock.server'
import { endOf, instantOn } from '#app/workflow/day.server'
import { insist } from '#app/workflow/permissions'
import { wishesForBlocks } from '#db/claims'
import { type Tx, together } from '#db/client'
import { newId } from '#db/schema/columns'
import { windows } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import type { Change } from '#db/schema/workflow/events'
import { calendarIn } from './calendar-record.server'
import { isCounted, someText } from './calendar-uses.server'
import { everyClerkship } from './clerkship-record.server'
import { blocksText } from './opening'
import { openingsIn } from './seat-record.server'
import { dateKey, datesOf, type OfferedDate, type WindowRow } from './window'
import type { ClosingForm, WindowsForm, WindowsKept } from './window-form.server'
import { KIND, windowsIn } from './window-record.server'

type Edited = { windows: WindowRow[]; told: Change[] } | { fields: Record<string, string> }
type Work = (before: WindowRow[], dates: OfferedDate[], tx: Tx) => Promise<Edited> | Edited

/** Changes the windows of a year in one write: `work` returns how they shall be. */
async function changeWindows(me: Person, yearId: string, version: number, now: Date, work: Work) {
  insist(me, 'program.edit')
  return change(me, { kind: KIND, id: yearId, version }, now, async (tx) => {
    const [{ blocks }, standing, opened, clerkships] = await together([
      calendarIn(tx, yearId),
      windowsIn(tx, yearId),
      openingsIn(tx, yearId),
      everyClerkship(tx),
    ])
    const before = standing.map(({ window }) => window)
    const seated = opened.map(({ opening }) => opening)
    const dates = datesOf(clerkships, blocks, seated, before)
    const after = await work(before, dates, tx)
    if ('fields' in after) return after
    await together(stored(tx, before, after.windows))
    return { changes: after.told, restores: { windows: before } }
  })
}

function stored(tx: Tx, before: WindowRow[], after: WindowRow[]) {
  const changed = before.map((was) => {
    const is = after.find((it) => dateKey(it) === dateKey(was))
    if (!is) return tx.delete(windows).where(eq(windows.id, was.id))
    if (Number(is.opensAt) === Number(was.opensAt)) return undefined
    return tx.update(windows).set({ opensAt: is.opensAt }).where(eq(windows.id, was.id))
  })
  const added = after.filter((it) => !before.some((was) => dateKey(was) === dateKey(it)))
  return [...changed, added.length > 0 ? tx.insert(windows).values(added) : undefined]
}

/** Opens dates at an instant; refused for a block that closes before, and for one that students count on already. */
export function openDates(me: Person, yearId: string, form: WindowsForm, now = programNow()) {
  const opensAt = instantOn(form.opensOn, form.opensTime)
  return changeWindows(me, yearId, form.version, now, async (before, dates, tx) => {
    const picked = dates.filter(({ key, opensAt: was }) => form.dates.includes(key) && Number(was) !== Number(opensAt))
    const late = picked.find(({ block }) => endOf(block.applyByOn) < opensAt)
    if (late) return { fields: { opensOn: lateText(late) } }
    const fields = await countedOn(
      tx,
      picked.filter((it) => isOpen(it.opensAt, now) && !isOpen(opensAt, now)),
    )
    if (fields) return { fields }
    const others = before.filter((it) => !picked.some(({ key }) => key === dateKey(it)))
    const set = picked.map(({ clerkship, block }) => ({
      ...{ id: newId(), clerkshipId: clerkship.id, blockId: block.id, opensAt },
    }))
    return { windows: [...others, ...set], told: toldOf(picked, instantText(opensAt, { year: true })) }
  })
}

const isOpen = (opensAt: Date | null, now: Date) => opensAt !== null && opensAt <= now

const lateText = ({ block: { name, applyByOn } }: OfferedDate) =>
  `Block\u00a0${name} closes on ${dayText(applyByOn, { year: true })}: choose an earlier day, or leave it out`

/** Takes dates out, so that nobody can apply for them; refused where sent applications rank them. */
export function closeDates(me: Person, yearId: string, form: ClosingForm, now = programNow()) {
  return changeWindows(me, yearId, form.version, now, async (before, dates, tx) => {
    const picked = dates.filter(({ key, opensAt }) => form.dates.includes(key) && opensAt)
    const fields = await countedOn(tx, picked)
    if (fields) return { fields }
    return { windows: before.filter((it) => !form.dates.includes(dateKey(it))), told: toldOf(picked, null) }
  })
}

/** Puts the windows of a year back as they were, as far as nobody counts on what would close. */
export function restoreWindows(me: Person, yearId: string, kept: WindowsKept, now = programNow()) {
  return changeWindows(me, yearId, kept.version, now, async (_, dates, tx) => {
    const is = (key: string) => kept.windows.find((it) => dateKey(it) === key)?.opensAt ?? null
    const changed = dates.filter(({ key, opensAt }) => Number(opensAt) !== Number(is(key)))
    const fields = await countedOn(
      tx,
      changed.filter(({ key, opensAt }) => isOpen(opensAt, now) && !isOpen(is(key), now)),
    )
    if (fields) return { fields }
    const known = kept.windows.filter((it) => dates.some(({ key }) => key === dateKey(it)))
    return { windows: known, told: changed.flatMap((it) => toldOf([it], saidOf(is(it.key)))) }
  })
}

const saidOf = (at: Date | null) => at && instantText(at, { year: true })

/** A sentence when sent applications rank one of these dates. */
async function countedOn(tx: Tx, dates: OfferedDate[]): Promise<Record<string, string> | undefined> {
  if (dates.length === 0) return
  const wished = await wishesForBlocks(
    tx,
    dates.map(({ block }) => block.id),
  )
  const standing = wished.filter((it) => isCounted(it) || it.status === 'placed')
  const counted = standing.filter((it) => dates.some(({ key }) => key === dateKey(it)))
  if (counted.length === 0) return
  const names = [...new Set(counted.map(({ familyName }) => familyName))]
  const blocks = dates.filter(({ key }) => counted.some((it) => key === dateKey(it))).map(({ block }) => block.name)
  const say = `${someText(names)} ${names.length === 1 ? 'sent a wish' : 'sent wishes'} for ${blocksText(blocks)}`
  return { dates: `${say}: leave ${blocks.length === 1 ? 'it' : 'them'} open` }
}

/** One line a clerkship, with the dates that changed together. */
function toldOf(dates: OfferedDate[], to: string | null): Change[] {
  const clerkships = [...new Map(dates.map(({ clerkship }) => [clerkship.id, clerkship])).values()]
  return clerkships.map(({ id, name }) => {
    const own = dates.filter(({ clerkship }) => clerkship.id === id).map(({ block }) => block.name)
    return { label: `${name}, ${blocksText(own)}: ${to ? `opens ${to}` : 'taken out'}`, from: null, to: null }
  })
}

/** The Undo of what this person just changed, who had opened the form at this version. */
export const undoOfWindows = (me: Person, yearId: string, seen: number) => undoOf(me, KIND, yearId, seen)

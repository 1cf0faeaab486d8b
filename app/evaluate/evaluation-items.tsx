import type { MouseEvent } from 'react'
import { FieldError, Hint, textOf, type Wired, wire } from '#app/ui/field'
import { Segmented } from '#app/ui/segmented'
import { TextArea } from '#app/ui/text-area'
import { TextField } from '#app/ui/text-field'
import { begun, type Questionnaire, scale, wordsFor } from './questionnaire'

type Item = Questionnaire['items'][number]
type ItemProps = { item: Item; field: Wired; name: string; starts?: string }

const conflictAnswers = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes, close the form' },
]

/** One question of a form, by its kind; `starts` is where a starter posts to without JavaScript. */
export function ItemField({ item, field, name, starts }: ItemProps) {
  const text = wordsFor(item.text, name)
  if (item.kind === 'conflict') return <Segmented field={field} legend={text} options={conflictAnswers} />
  if (item.kind === 'days') return <DaysField field={field} label={text} />
  if (item.kind === 'rating')
    return <Segmented field={field} legend={text} note={item.note} options={scale} scale away />
  if (item.kind === 'day') return <TextField field={field} label={text} type="date" autoComplete="off" />
  if (!item.isRequired) return <OptionalText field={field} label={text} />
  return (
    <TextArea field={field} label={text} hint={hintOf(item)}>
      {item.starters && starts ? <Starters item={item} field={field} name={name} starts={starts} /> : null}
    </TextArea>
  )
}

function hintOf({ mayBeQuoted, leastLength }: Item) {
  const said = [mayBeQuoted && 'May be quoted.', leastLength && `At least ${leastLength} characters.`]
  return said.filter(Boolean).join(' ') || undefined
}

function DaysField({ field, label }: { field: Wired; label: string }) {
  return (
    <div className={field.errors?.length ? 'field field--error' : undefined}>
      <FieldError field={field} />
      <div className="inline">
        <label htmlFor={field.id}>
          <b>{label}</b>
        </label>
        <input
          {...wire(field, true)}
          key={field.key}
          type="text"
          className="input input--2"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={textOf(field)}
        />
        <Hint field={field}>From the pairings. Correct it if it is wrong.</Hint>
      </div>
    </div>
  )
}

function OptionalText({ field, label }: { field: Wired; label: string }) {
  return (
    <details className="details" open={Boolean(textOf(field)) || Boolean(field.errors?.length)}>
      <summary>{`Add ${label.charAt(0).toLowerCase()}${label.slice(1)}`}</summary>
      <TextArea field={field} label={label} rows={3} />
    </details>
  )
}

/** Without JavaScript a starter is a submit that saves and comes back with its words in the text. */
function Starters({ item, field, name, starts }: { item: Item; field: Wired; name: string; starts: string }) {
  const begin = (event: MouseEvent<HTMLButtonElement>, words: string) => {
    const text = document.getElementById(field.id)
    if (!(text instanceof HTMLTextAreaElement)) return
    event.preventDefault()
    text.value = begun(text.value, words)
    text.dispatchEvent(new Event('input', { bubbles: true }))
    text.focus()
  }
  return (
    <div className="chips" role="group" aria-label="Starters">
      {item.starters?.map((starter, at) => (
        <button
          key={starter}
          type="submit"
          className="chip"
          name="start"
          value={`${item.key}:${at}`}
          formAction={starts}
          onClick={(event) => begin(event, wordsFor(starter, name))}
        >
          {wordsFor(starter, name).replace(/:$/, '')} …
        </button>
      ))}
    </div>
  )
}

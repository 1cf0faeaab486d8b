import { type ConfigData, HtmlValidate } from 'html-validate'

/** All that html-validate recommends, but for what is a matter of taste and what React writes by itself. */
const config: ConfigData = {
  extends: ['html-validate:recommended'],
  rules: {
    // React writes these four so, and HTML reads them alike: charSet, <meta/>, checked="", hidden="".
    'attr-case': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // React's useId begins with a colon, which any id may; nothing selects by them.
    'valid-id': ['error', { relaxed: true }],
    // On a phone our tables are laid out as lists, by which browsers forget what they are: their roles stand written.
    'no-redundant-role': 'off',
    // A telephone number is copied and dialed with plain hyphens.
    'tel-non-breaking': 'off',
    // A list may have a name: what the letters of a legend mean, which filters are on.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // A group of checkboxes shares its name, as radios do.
    'form-dup-name': ['error', { shared: ['radio', 'button', 'reset', 'submit', 'checkbox'] }],
  },
}
const validator = new HtmlValidate(config)

/** What html-validate finds wrong in a page as the server sent it, a line each. */
export function faultsIn(html: string): string[] {
  const { results } = validator.validateStringSync(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} at ${selector}`),
  )
}

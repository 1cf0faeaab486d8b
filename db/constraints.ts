/** What a person reads whose work met a rule of the schema that somebody else's work was the first to meet. */
const sentences: Record<string, string> = {
  'applications.student_id, applications.clerkship_id, applications.year_id':
    'There is another application for the same clerkship and year, and it is that one that counts.',
  'placements.application_id': 'This application has a place already.',
  'choices.application_id, choices.rank': 'Your dates were ranked on another page meanwhile.',
  'choices.application_id, choices.block_id': 'This date is ranked already.',
  'choices.application_id, choices.block_id, choices.service_id': 'This date is ranked already.',
  'confirmations.application_id': 'The school of this application has been asked meanwhile.',
  'evaluations.placement_id, evaluations.author_id, evaluations.subject_id, evaluations.questionnaire_id':
    'This evaluation has been asked for already.',
  'pairings.placement_id, pairings.supervisor_id, pairings.first_on': 'These two are paired from that day already.',
  'addresses.email': 'This address belongs to an account already.',
  'roles.person_id, roles.role': 'This person has that role already.',
  'academic_years.id': 'This academic year is there already.',
  'blocks.year_id, blocks.name': 'Another block of this year has that name: choose another.',
  'clerkships.slug': 'Another clerkship has that name: choose another.',
  'services.slug': 'Another service has that name: choose another.',
  'procedure_families.name': 'Another family of procedures has that name: choose another.',
  'requirements.clerkship_id, requirements.key, requirements.version':
    'Somebody changed this requirement meanwhile: look at it again.',
  'requirements.clerkship_id, requirements.key':
    'This is asked for already: somebody changed it meanwhile. Look at it again.',
  'windows.clerkship_id, windows.block_id': 'This date is offered already.',
  'openings.clerkship_id, openings.block_id, openings.service_id': 'These seats are in the grid already.',
  'session_times.service_id, session_times.weekday, session_times.half': 'This half-day has a session already.',
  'clinics.person_id, clinics.weekday, clinics.half': 'This half-day has a clinic already.',
  'proposals.year_id': 'A proposal of this year is being worked out already.',
  'schools.name': 'Another school has that name.',
}

const missing =
  'This names something that was removed meanwhile, or something still uses what would go. Open the page again.'

/**
 * The refusal to show for a rule of the schema that a write met: 409 with its sentence and "Nothing was saved".
 * Undefined for any other error, which is a bug.
 */
export function refusalFor(error: unknown): Response | undefined {
  const text = `${(error as Error)?.message} ${(error as { cause?: Error })?.cause?.message}`
  const columns = /UNIQUE constraint failed: ([\w., ]+\w)/.exec(text)?.[1]
  const sentence = /FOREIGN KEY constraint failed/.test(text) ? missing : columns && sentences[columns]
  return sentence ? new Response(`${sentence} Nothing was saved.`, { status: 409 }) : undefined
}

/** The columns of each rule that has a sentence: a test holds them against the schema's unique indexes. */
export const rulesWithSentence = Object.keys(sentences)

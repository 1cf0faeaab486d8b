import type { program } from '#db/schema/program/program'
import type { procedureFamilies, services, sessions } from '#db/schema/program/services'
import { idOf } from './cast'

type New<T extends { $inferInsert: unknown }> = T['$inferInsert']

export const programRow: New<typeof program> = {
  id: 1,
  name: 'Integrated interventional radiology residency',
  hospital: 'The Medical Center',
  contactEmail: 'rotations@example.org',
  contactPhone: '213-555-0100',
  meetingPlace: 'the IR conference room, 2nd floor',
  exposurePhone: '213-555-0199',
  exposureText:
    'Wash or leave the room, then call. Tell your resident next. Employee health answers 7 AM – 5 PM, the house ' +
    'supervisor at night. We pay the first visit and tests; your health insurance pays what follows.',
  figures: [
    { value: '5,000', label: 'clinic visits, 100–150 a week' },
    { value: '2,000', label: 'inpatient consults' },
    { value: '500', label: 'admissions to our own service' },
    { value: '500', label: 'chemoembolizations' },
    { value: '100+', label: 'ablations: liver, lung, kidney, bone' },
    { value: '100+', label: 'cerebral aneurysms treated' },
    { value: '11', label: 'faculty: 8 peripheral, 3 neuro' },
    { value: '2008', label: 'training pathway since' },
  ],
  trainingFigures: [
    { value: '50+', label: 'aortic repairs' },
    { value: '100+', label: 'leg revascularizations' },
    { value: '80 h', label: 'of wound care, with an optional certificate' },
  ],
}

export const service = (slug: string) => idOf(`service ${slug}`)

type Line = [slug: string, name: string, letter: string, tone?: New<typeof services>['tone'], description?: string]
const lines: Line[] = [
  ['peripheral', 'Peripheral IR', 'P', 'info', 'Consults, inpatients, clinic, vein clinic and procedure rooms.'],
  ['neuro', 'Neuro IR', 'N', 'wait', 'A comprehensive stroke center: thrombectomy, aneurysms, carotid and AVM work.'],
  ['diagnostic', 'Diagnostic radiology', 'D'],
  ['micu', 'Medical intensive care', 'M', 'warn'],
  ['cicu', 'Cardiac intensive care', 'C', 'warn'],
  ['vascular-surgery', 'Vascular surgery', 'V'],
  ['mammography', 'Mammography', 'B'],
  ['nuclear-medicine', 'Nuclear medicine', 'U'],
  ['elective', 'Elective', 'E'],
  ['acute-care-surgery', 'Acute care surgery', 'A'],
  ['surgical-oncology', 'Surgical oncology', 'O'],
  ['thoracic-surgery', 'Thoracic surgery', 'T'],
  ['pediatric-surgery', 'Pediatric surgery', 'K'],
  ['colorectal-surgery', 'Colorectal surgery', 'R'],
  ['minimally-invasive-surgery', 'Minimally invasive surgery', 'I'],
  ['general-surgery', 'General surgery', 'G', 'neutral', 'General surgery, not named in the brochure.'],
]
const focus: Record<string, string[]> = {
  peripheral: [
    'Aortic repair and peripheral arterial disease, limb salvage and wound care',
    'Venous disease: PE, DVT, filters, varicose veins, a vascular malformation center',
    'Oncology: chemoembolization, ablation, tumor boards',
    'Pain, pediatric, hepatobiliary, women’s health, GI and GU',
  ],
  neuro: ['Acute stroke thrombectomy, day and night', 'Aneurysms and AVMs', 'Carotid and intracranial stents'],
}
const mostStudents: Record<string, number> = { peripheral: 3, neuro: 1 }

export const serviceRows: New<typeof services>[] = lines.map(([slug, name, letter, tone, description], position) => ({
  id: service(slug),
  slug,
  name,
  letter,
  tone: tone ?? 'neutral',
  description: description ?? null,
  focus: focus[slug] ?? [],
  takesStudents: slug in mostStudents,
  mostStudents: mostStudents[slug] ?? 0,
  position,
}))

const sessionLines: [service: string, key: string, name: string, description: string][] = [
  ['peripheral', 'consults', 'Consults', 'Every inpatient is seen in formal consultation, procedure or not.'],
  ['peripheral', 'inpatients', 'Inpatients', 'Rounds, notes and discharges on our own admitting service.'],
  ['peripheral', 'clinic', 'Clinic', 'New patients and return visits with the attending of the day.'],
  ['peripheral', 'vein-clinic', 'Vein clinic', 'Varicose veins, DVT and malformations, by two attendings.'],
  ['peripheral', 'procedures', 'Procedure rooms', 'Prepare the case, scrub in, follow the patient afterward.'],
  ['peripheral', 'call', 'Call', 'Nights and weekends; students come along when they wish.'],
  ['neuro', 'stroke', 'Stroke consults', 'The stroke pager with the attending of the stroke week.'],
  ['neuro', 'inpatients', 'Inpatients', 'Rounds in the neuro ICU and on the ward.'],
  ['neuro', 'clinic', 'Clinic', 'Aneurysms, AVMs and carotid disease before and after treatment.'],
  ['neuro', 'procedures', 'Procedure rooms', 'Thrombectomy, coiling, stents, diagnostic angiograms.'],
]
const session = (serviceSlug: string, key: string) => idOf(`session ${serviceSlug} ${key}`)

export const sessionRows: New<typeof sessions>[] = sessionLines.map(([slug, key, name, description], position) => ({
  id: session(slug, key),
  serviceId: service(slug),
  name,
  description,
  clinic: key === 'clinic' ? 'clinic' : key === 'vein-clinic' ? 'vein clinic' : null,
  position,
}))

/** Monday to Friday, morning then afternoon. */
const weeks: Record<string, [morning: string, afternoon: string][]> = {
  peripheral: [
    ['procedures', 'inpatients'],
    ['consults', 'clinic'],
    ['clinic', 'inpatients'],
    ['consults', 'procedures'],
    ['procedures', 'vein-clinic'],
  ],
  neuro: [
    ['procedures', 'stroke'],
    ['clinic', 'stroke'],
    ['clinic', 'inpatients'],
    ['clinic', 'procedures'],
    ['procedures', 'inpatients'],
  ],
}

export const sessionTimeRows = Object.entries(weeks).flatMap(([slug, days]) =>
  days.flatMap((halves, at) =>
    (['morning', 'afternoon'] as const).map((half, n) => ({
      id: idOf(`session time ${slug} ${at + 1} ${half}`),
      sessionId: session(slug, halves[n]),
      serviceId: service(slug),
      weekday: at + 1,
      half,
    })),
  ),
)

const familyLines: [service: string, name: string, description: string][] = [
  ['peripheral', 'Aortic', 'Abdominal and thoracic aneurysms and dissections, fenestrated repair among them.'],
  ['peripheral', 'Peripheral arterial', 'Claudication and limb-threatening ischemia, retropedal access, wound care.'],
  ['peripheral', 'Venous', 'Clots in lung and leg, filter retrieval, varicose veins, vascular malformations.'],
  ['peripheral', 'Oncology', 'Chemoembolization and ablation of liver, lung, kidney and bone.'],
  ['peripheral', 'Pain', 'Vertebroplasty, kyphoplasty, rhizotomy and nerve blocks.'],
  ['peripheral', 'Pediatric', 'Children from all over the region, sent to one center.'],
  ['peripheral', 'Hepatobiliary', 'Biliary drains, portal interventions, cholecystostomy.'],
  ['peripheral', 'Women’s health', 'Fibroid embolization and fallopian tube recanalization.'],
  ['peripheral', 'GI and GU', 'Gastrostomy, nephrostomy, prostate and varicocele embolization.'],
  ['neuro', 'Neuro', 'Thrombectomy, aneurysms, AVMs, carotid and intracranial stents.'],
]

export const familyRows: New<typeof procedureFamilies>[] = familyLines.map(([slug, name, description], position) => ({
  id: idOf(`procedure family ${name}`),
  serviceId: service(slug),
  name,
  description,
  position,
}))

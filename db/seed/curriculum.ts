import type { curriculum } from '#db/schema/program/curriculum'
import { idOf } from './cast'
import { service } from './program'

type Kind = (typeof curriculum.$inferInsert)['kind']
type Part = [slug: string, halfMonths: number, kind: Kind, note?: string, or?: string]

/** What the brochure asks of each year, in the order that is usual; half a month is one. */
const years: Record<number, Part[]> = {
  1: [
    ['acute-care-surgery', 4, 'surgery'],
    ['surgical-oncology', 4, 'surgery'],
    ['vascular-surgery', 2, 'surgery'],
    ['thoracic-surgery', 2, 'surgery'],
    ['pediatric-surgery', 2, 'surgery'],
    ['micu', 2, 'intensive care'],
    ['peripheral', 2, 'interventional'],
    ['colorectal-surgery', 2, 'surgery'],
    ['minimally-invasive-surgery', 2, 'surgery'],
    ['general-surgery', 2, 'surgery', 'Not named in the brochure.'],
  ],
  2: [
    ['diagnostic', 5, 'imaging'],
    ['micu', 1, 'intensive care', 'About 80 hours, in two weeks.'],
    ['diagnostic', 14, 'imaging', 'With IR call on one weekend in four.'],
    ['peripheral', 4, 'interventional', 'Two months back to back.'],
  ],
  3: [
    ['diagnostic', 6, 'imaging'],
    ['cicu', 2, 'intensive care'],
    ['peripheral', 4, 'interventional'],
    ['diagnostic', 12, 'imaging'],
  ],
  4: [
    ['peripheral', 2, 'interventional'],
    ['neuro', 2, 'interventional'],
    ['diagnostic', 20, 'imaging', 'The core examination is in June.'],
  ],
  5: [
    ['peripheral', 8, 'interventional'],
    ['neuro', 4, 'interventional'],
    ['cicu', 4, 'intensive care'],
    ['vascular-surgery', 2, 'clinical'],
    ['peripheral', 2, 'interventional', 'IR, or a second month of vascular surgery.', 'vascular-surgery'],
    ['mammography', 2, 'imaging'],
    ['nuclear-medicine', 2, 'imaging'],
  ],
  6: [
    ['peripheral', 20, 'interventional'],
    ['elective', 4, 'elective', 'Clinical rotations of their choice.'],
  ],
}

export const curriculumRows: (typeof curriculum.$inferInsert)[] = Object.entries(years).flatMap(([pgy, parts]) =>
  parts.map(([slug, halfMonths, kind, note, or], position) => ({
    id: idOf(`curriculum ${pgy} ${position}`),
    pgy: Number(pgy),
    position,
    serviceId: service(slug),
    orServiceId: or ? service(or) : null,
    halfMonths,
    kind,
    note: note ?? null,
  })),
)

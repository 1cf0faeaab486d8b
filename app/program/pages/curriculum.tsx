import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { totalsOf } from '#app/program/curriculum'
import { readCurriculum } from '#app/program/curriculum.server'
import { CurriculumPicture } from '#app/program/curriculum-picture'
import { residency } from '#app/program/linked-data'
import { MonthsTable } from '#app/program/months-table'
import { publicAddress } from '#app/program/program.server'
import { ProgramTabs } from '#app/program/program-tabs'
import { Figures } from '#app/ui/figures'
import { Page } from '#app/ui/page'
import { publicMeta } from '#app/ui/public-meta'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  publicMeta({
    title: 'Curriculum – Program',
    description: 'Six years of training in interventional radiology, month by month: what residents do when.',
    address: data?.address,
    linked: data?.program && residency(data.program, data.address, data.home),
  })

export async function loader() {
  return { ...(await readCurriculum()), address: publicAddress('/program/curriculum'), home: publicAddress('/') }
}

export default function Curriculum() {
  const { program, parts, clinicYears } = useLoaderData<typeof loader>()
  const { clinical, intensiveCare } = totalsOf(parts)
  return (
    <Page
      title="Curriculum"
      width="reading"
      sub="Six years from medical school to interventional radiologist. Your residents are somewhere on these lines."
    >
      <ProgramTabs here="/program/curriculum" />
      {parts.length === 0 ? <p>The curriculum is not published yet.</p> : null}
      {parts.length > 0 ? (
        <div className="stack stack-72">
          <CurriculumPicture parts={parts} />
          <section aria-labelledby="totals" className="stack stack-24">
            <h2 id="totals">What stands out</h2>
            <Figures
              items={[
                { value: String(clinical), label: 'months of IR and clinical rotations in PGY 2–4' },
                { value: String(intensiveCare), label: 'months of intensive care in all' },
                ...(clinicYears.length > 0 ? [{ value: '½ day', label: clinicText(clinicYears) }] : []),
              ]}
            />
            {program && program.trainingFigures.length > 0 ? (
              <>
                <h3>By the end of training, each resident</h3>
                <Figures items={program.trainingFigures} />
              </>
            ) : null}
            <p className="measure">
              Residents learn to look after very ill patients before they treat them, work in IR from their first year
              on, and follow patients of their own for years. <Link to="/program/conferences">The week’s teaching</Link>
            </p>
          </section>
          <section aria-labelledby="table" className="stack stack-24">
            <h2 id="table">Months by service</h2>
            <MonthsTable parts={parts} />
          </section>
        </div>
      ) : null}
    </Page>
  )
}

const clinicText = (pgys: number[]) => `a week in a clinic of their own, PGY ${pgys[0]}–${pgys[pgys.length - 1]}`

/** What a student does here, in three parts. */
export function StudentWork() {
  return (
    <section aria-labelledby="do" className="stack stack-24">
      <h2 id="do">What students do</h2>
      <div className="columns columns--3">
        <div className="stack stack-8">
          <h3>See the patient first</h3>
          <p>
            Every inpatient is seen in formal consultation, whether or not a procedure follows. You take the history,
            read the imaging, and present your assessment and plan.
          </p>
        </div>
        <div className="stack stack-8">
          <h3>Work in clinic</h3>
          <p>
            Clinic runs every weekday. You see new patients and return visits with the attending of the day, and join
            your resident’s own continuity clinic.
          </p>
        </div>
        <div className="stack stack-8">
          <h3>Assist in the room</h3>
          <p>
            You prepare the case, scrub in, and follow the patient afterward: rounds, hand-over, the next clinic visit.
            Residents earn autonomy in that order too.
          </p>
        </div>
      </div>
    </section>
  )
}

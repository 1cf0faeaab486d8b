/** What the invented students wrote; taken in turn. */
export const statements = [
  'In my third year I looked after a man with a gangrenous toe who was listed for amputation. The IR resident came to ' +
    'the bedside, examined both feet, spoke with his daughter about smoking and statins, and two days later opened his ' +
    'tibial artery. I saw him in clinic six weeks afterward, walking. I want to learn that whole arc: the consult, the ' +
    'plan, the procedure and the visit after it. On this rotation I hope to take first call on consults, to present ' +
    'with a plan of my own, and to be told plainly where it falls short. I come with four weeks of vascular surgery ' +
    'behind me and a notebook that I intend to fill.',
  'I was an engineer before medical school, and what draws me to interventional radiology is that the picture is not ' +
    'the answer: it is the map on which a decision is made with a patient. During my surgery clerkship I followed a ' +
    'woman with hepatocellular carcinoma through tumor board, two chemoembolizations and her fears between them. I ' +
    'would like to rotate where residents own their patients, admit them and see them again. I hope to see a new consult ' +
    'every day, to write notes that can be used, and to learn when not to do a procedure. Your continuity clinic is the ' +
    'reason I ranked these dates first.',
  'A stroke alert taught me what time means. I pushed the bed with the resident, watched the clot leave the middle ' +
    'cerebral artery, and the patient moved her hand on the table. Since then I have spent two months in a stroke lab ' +
    'and presented a poster on door-to-groin times. I know that I have seen the best minute of a long course. I would ' +
    'like to learn the rest: who should not be treated, what the family is told, what the clinic looks like after three ' +
    'months. I work best when I am given a patient and trusted to come back with a question.',
  'My home school has no interventional residency, and our two interventional radiologists let me follow them for a ' +
    'month. They taught me to hold a wire, but above all to read the chart before the picture. I would like to see how ' +
    'a large service runs: an admitting list of its own, clinic every day, a formal consult for each inpatient. I have ' +
    'finished medicine and surgery with honors, I speak Spanish with patients, and I am glad to take the early and the ' +
    'late case. After this rotation I want to know whether I can do this work well, and I would like you to know it too.',
]

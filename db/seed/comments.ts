/** What invented residents and attendings wrote; `{first}` stands for the student's first name. */
export const residentComments = [
  'Did well: saw every new consult first and came back with the ankle pressures and a plan. Next time: say the one ' +
    'diagnosis you fear before the list.',
  'Did well: {first} read the CT the night before and knew which renal artery mattered. Next time: write the note ' +
    'before the case, not after it.',
  'Did well: calm with families, and the hand-over was complete each evening. Next time: speak up sooner when the ' +
    'sheath site oozes; you had seen it before I did.',
  'I trust {first} with a new consult alone. Presented the patient in three minutes, with a ranked plan. To work on: ' +
    'closing the loop with the primary team the same day.',
  'Did well: kept the table sterile through a long embolization and knew the next wire. Next time: practise the ' +
    'arterial puncture on the model before the week begins.',
  'Did well: followed the dialysis patients from clinic to the room and back. To work on: anticoagulation doses; look ' +
    'them up before rounds rather than during them.',
]
export const advices = [
  'Ask for the pager on your first morning.',
  'You apologize too often: your work is good.',
  '',
  'Read one paper a week on the case you liked most.',
]
export const attendingComments = [
  '{first} already works like an intern: prepared, honest about what is not known, and kind to patients.',
  'A strong student: in clinic {first} took the history that changed our plan.',
  '{first} asked the questions that a resident asks, and acted on the answers the next day.',
  'Reliable and curious; with more procedures behind them, {first} will lead a room.',
]
export const midpoints = [
  {
    well: 'New consults are seen within the hour and presented with a plan.',
    improve: 'Read the cross-sectional imaging yourself before the report is open.',
    plan: 'Two aortic cases and one tumor board presentation in the second half.',
  },
  {
    well: 'Notes can be used with few changes, and patients ask for you.',
    improve: 'Say when a task is too much before it is late.',
    plan: 'A full clinic day with me, new patients first, each week.',
  },
  {
    well: 'Sterile technique and hand-over.',
    improve: 'Rank the differential, then commit to it.',
    plan: 'Present one consult a day standing up, in three minutes.',
  },
]
export const narratives = [
  '{first} worked as an acting sub-intern on our service. Residents describe a student who saw consults first, came ' +
    'back with the vital facts and a ranked plan, and wrote notes that could be used. In clinic and in the rooms ' +
    '{first} was prepared, safe and glad to be corrected. We would welcome {first} as a resident.',
  '{first} grew visibly over four weeks: from careful histories at the start to leading the presentation of complex ' +
    'patients at the end. Evaluators name preparation before cases and steady follow-up of patients as strengths, and ' +
    'ask for earlier communication with primary teams. {first} completed all that we ask.',
]
export const letterBody =
  'I write for {first} {family}, who spent four weeks with us as an acting sub-intern. {first} saw new inpatients in ' +
  'formal consultation, presented them with a plan, followed them through the procedure and met several again in ' +
  'clinic. The residents who worked beside {first} trusted this student with a consult alone by the second week. I ' +
  'recommend {first} for a residency in interventional radiology without reservation.'

// Names under which the overview asks for what may take long. They stay the same while the window is
// open, so that an answer is found again and a newer question takes the place of an older one.

/** The job that reads the overview. */
export const overviewJob = crypto.randomUUID()

/** The job that lists the people behind a figure. */
export const peopleJob = crypto.randomUUID()

/** The job that draws a report. */
export const reportJob = crypto.randomUUID()

/** The job that writes a report as a workbook. */
export const sheetJob = crypto.randomUUID()

/** The job that reads a file of targets. */
export const importJob = crypto.randomUUID()

/** Sentences for the problems of this area: what is wrong, then what to do. */
export const conferenceProblems = {} as const

import type { Desk } from '../desk.ts'
import { askQuote, makeQuotePaper } from '../quotes.ts'
import { atWork, type Handlers } from './handler.ts'

/** Handlers of amounts that are only looked up. */
export function quoteHandlers(desk: Desk) {
  return {
    'quote.ask': async (asked) => askQuote(atWork(desk).office, asked),
    'quote.paper': async (wish) => {
      const { office, actor } = atWork(desk)
      return makeQuotePaper(desk, office, actor, wish)
    },
  } satisfies Partial<Handlers>
}

import { type ConferenceCard, isCounted } from './conference.ts'
import type { IsoDate } from './date.ts'
import type { CommuneRef } from './household.ts'
import type { ConferenceKind } from './terms.ts'

/** A number of conferences on the overview: those held in a span of days; null is every kind or commune. */
export type HeldFigure = {
  from: IsoDate
  to: IsoDate
  kind: ConferenceKind | null
  commune: CommuneRef | null
}

/** The figure of a span as of a day: what is still to come is not held. */
export function heldBy(
  span: { from: IsoDate; to: IsoDate },
  on: IsoDate,
  kind: ConferenceKind | null,
  commune: CommuneRef | null = null,
): HeldFigure {
  return { from: span.from, to: on < span.to ? on : span.to, kind, commune }
}

/** The conferences behind a figure, of those of its days. */
export function heldBehind(cards: readonly ConferenceCard[], figure: HeldFigure): ConferenceCard[] {
  const { from, to, kind, commune } = figure
  return cards.filter(
    (card) =>
      isCounted(card.state) &&
      card.heldOn >= from &&
      card.heldOn <= to &&
      (kind === null || card.kind === kind) &&
      (commune === null ||
        (card.commune.code === commune.code && card.commune.validFrom === commune.validFrom)),
  )
}

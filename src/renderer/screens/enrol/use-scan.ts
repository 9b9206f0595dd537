import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { ConferenceCard } from '#core/conference.ts'
import type { Problem } from '#core/result.ts'
import { parseScan } from '#core/scan.ts'
import { goToBox } from '../../components/error-summary.tsx'
import { useScanner } from '../../components/use-scanner.ts'
import { draftStore, type EnrolForm } from './draft.ts'
import { fillFromScan, rowForScan } from './scan-fill.ts'
import { scannedPaper, tieSheet, useTies } from './scanned-paper.ts'

/** What the last scan did: the row it filled, and what is to be said about it. */
export type ScanNews =
  | { row: number; name: string; again: boolean; warnings: Problem[] }
  | { conference: ConferenceCard }
  | { problem: Problem }
  | { full: true }

/** Fills the sheet from one scanned text; what was typed stays when it is no card. */
function useScanText(form: EnrolForm, active: number, tell: (news: ScanNews) => void) {
  return (text: string): boolean => {
    const read = parseScan(text)
    if (!read.ok) {
      tell({ problem: read.problem })
      return false
    }
    const scan = read.value
    const row = rowForScan(form, active, scan)
    if (row === null) {
      tell({ full: true })
      return false
    }
    const before = form.members[row]
    const again = before !== undefined && before.name !== '' && before.personalNumber !== ''
    draftStore.update((all) => fillFromScan(all, row, scan))
    const about = scan.warnings.filter(({ code }) => code === 'scan.mangled')
    tell({ row, name: scan.name, again, warnings: about })
    const next = before?.relation ? 'occupation' : 'relation'
    // The row may be new, so its boxes are there only after the next drawing.
    requestAnimationFrame(() => goToBox(`members.${row}.${next}`))
    return true
  }
}

/** Scans by a scanner on the keyboard, and by the camera through `take`; `news` says what came of the last. */
export function useScan(form: EnrolForm, active: number) {
  const [news, setNews] = useState<ScanNews | null>(null)
  const before = useRef<EnrolForm | null>(null)
  const takeCard = useScanText(form, active, setNews)
  const ties = useTies()
  const take = (text: string): boolean => {
    const tie = ties.read(text)
    if (!tie) return takeCard(text)
    if ('conference' in tie) tieSheet(tie.conference)
    setNews(tie)
    return 'conference' in tie
  }
  const takeWaiting = useEffectEvent((text: string) => {
    scannedPaper.clear()
    take(text)
  })
  const waiting = scannedPaper.use()
  useEffect(() => {
    if (waiting !== null && ties.isReady) takeWaiting(waiting)
  }, [waiting, ties.isReady])
  useScanner({
    onStart: () => {
      before.current = draftStore.get()
    },
    onKnown: () => {
      if (before.current) draftStore.set(before.current)
    },
    onScan: take,
  })
  return { news, take, forget: () => setNews(null) }
}

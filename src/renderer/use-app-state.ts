import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { AppState } from '#core/contract.ts'

/** Puts the state that a call answered in place of the one shown. */
export function useSetState(): (state: AppState) => void {
  const client = useQueryClient()
  return useCallback((state) => client.setQueryData(['app.state', {}], state), [client])
}

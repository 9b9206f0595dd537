import type { Right } from '#core/rights.ts'
import { useCall } from './api.ts'

/** Whether who is signed in has a right; screens offer nothing that would be refused. */
export function useMay(right: Right): boolean {
  return useCall('app.state', {}).data?.session?.rights.includes(right) ?? false
}

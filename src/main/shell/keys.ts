import { safeStorage } from 'electron'
import type { OsVault } from '../app/key-file.ts'

/**
 * The key store of the operating system: DPAPI on Windows, the keychain on macOS, the keyring on
 * Linux. Linux without a keyring only scrambles with a known password, so it counts as none.
 */
export const osVault: OsVault = {
  seal: (key) =>
    hasRealStore() ? safeStorage.encryptString(key.toString('base64')).toString('base64') : null,
  open: (sealed) => {
    if (!hasRealStore()) return null
    try {
      return Buffer.from(safeStorage.decryptString(Buffer.from(sealed, 'base64')), 'base64')
    } catch {
      return null
    }
  },
}

function hasRealStore(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'
}

// Run by an Electron in its Node mode: node try-binding.cjs <package> <binding> <folder>
// Fails unless the binding writes an encrypted store, reads it back and survives the collector.
const { readFileSync } = require('node:fs')
const { join } = require('node:path')

const [packageDir, nativeBinding, folder] = process.argv.slice(2)
const Database = require(packageDir)
const file = join(folder, 'try.sqlite')

function open() {
  const store = new Database(file, { nativeBinding })
  store.key(Buffer.alloc(32, 7))
  return store
}

const writer = open()
writer.exec('create table numbers (n integer primary key, name text not null)')
writer.transaction(() => {
  for (let n = 1; n <= 2000; n += 1) {
    // A statement each: the collector has objects to finalise.
    writer.prepare('insert into numbers values (?, ?)').run(n, `số ${n}`)
    if (n % 500 === 0) globalThis.gc()
  }
})()
writer.close()

const reader = open()
const found = reader.prepare('select count(*) || max(name) from numbers').pluck().get()
if (found !== '2000số 999') throw new Error(`read back ${found}`)
reader.close()
if (readFileSync(file).includes('numbers')) throw new Error('the store is not encrypted')

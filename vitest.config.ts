import { defineConfig } from 'vitest/config'

// Golden files hold times; they must not depend on the zone of the machine.
process.env.TZ = 'Asia/Ho_Chi_Minh'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    testTimeout: 120_000,
    // Left to itself it keeps one core free, which on an office machine is half of them.
    maxWorkers: 2,
  },
})

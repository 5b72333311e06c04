// Sums up a run: node .ci/count.mjs <vitest's report> <exit code of the checks> <exit code of the tests>
import { readFileSync } from 'node:fs'

const [report = '', checked, tested] = process.argv.slice(2)
const { passed, failed: failedTests } = count(report)
const crashed = passed + failedTests === 0 || (tested !== '0' && failedTests === 0)
const failed = failedTests + (crashed ? 1 : 0) + (checked === '0' ? 0 : 1)

process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1

/**
 * A file that could not even be loaded has no tests in the report, and counts as one that failed.
 * @param {string} path
 */
function count(path) {
  const text = readFileSync(path, 'utf8')
  if (text === '') return { passed: 0, failed: 0 }
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(text)
  const unloaded = testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ file) =>
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  )
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length }
}

// Reads a JSON list of texts on standard input and writes, for each, what the
// npm package edtf makes of it: null, or its first and last millisecond in UTC
// (null where open) and its marks. The sides of an interval are read one by one,
// because the package builds none from sides with X.
import { readFileSync } from 'node:fs'
import edtf, { parse } from '../../testdata/npm/node_modules/edtf/index.js'

function isDate(text) {
  try {
    return parse(text) !== undefined
  } catch {
    return false
  }
}

function read(text) {
  if (!isDate(text)) {
    return null
  }
  const sides = text.split('/').map((side) => (side === '..' || side === '' ? null : edtf(side)))
  return {
    min: sides.at(0)?.min ?? null,
    max: sides.at(-1)?.max ?? null,
    approximate: sides.some((side) => side?.approximate.value > 0),
    uncertain: sides.some((side) => side?.uncertain.value > 0),
  }
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(read)))

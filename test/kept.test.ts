import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const sources = ['src/ui', 'src/modules', 'src/main/web', 'src/kernel'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))
    .map((file) => ({ path: join(folder, file), text: readFileSync(join(folder, file), 'utf8') })),
)
const holding = (words: RegExp) => sources.flatMap(({ path, text }) => (words.test(text) ? [path] : []))

test('people’s words are kept in the browser in one place, which empties it for the next person', () => {
  const stores =
    /\b(?:localStorage|sessionStorage|indexedDB|serviceWorker|showSaveFilePicker|document\.cookie|cookieStore|window\.name|history\.(?:push|replace)State)\b|\bcaches\.|\bnavigator\.storage\b/
  expect(holding(stores).sort()).toEqual(['src/ui/kept/kept-files.ts', 'src/ui/kept/kept-texts.ts'])
})

test('whoever opens a text or a file has announced what signing out must ask about, and the frame knows it', () => {
  const announced = holding(/\bdefineKept\(/).filter((path) => path.startsWith('src/modules/'))
  expect(announced.length).toBeGreaterThan(1)
  const isInDoor = (path: string) => {
    const [folder, file] = [dirname(path), basename(path)]
    const door = readFileSync(join(folder, 'module.ts'), 'utf8')
    return door.includes(`'./${file}'`) && /\bkept: \[\w/.test(door)
  }
  expect(announced.filter((path) => !isInDoor(path))).toEqual([])
  const around = /#ui\/kept\/kept-(?:texts|files)\.ts/
  const modulesOf = (paths: readonly string[]) => [
    ...new Set(paths.map((path) => path.split('/').slice(2, 4).join('/'))),
  ]
  const opening = modulesOf(holding(around).filter((path) => path.startsWith('src/modules/')))
  expect(opening.filter((module) => !modulesOf(announced).includes(module))).toEqual([])
})

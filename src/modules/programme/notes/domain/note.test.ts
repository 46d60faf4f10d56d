import { describe, expect, test } from 'vitest'
import { answeringAgency, maySeeNote, unanswered } from './note.ts'

const note = { agencyIds: ['a1', 'a2'], writtenBy: 'leader1' }
const reader = (role: string, userId = 'u') => ({ role, userId })

describe('a note', () => {
  test('waits for every agency it was sent to', () => {
    expect(unanswered(note, [])).toEqual(['a1', 'a2'])
    expect(unanswered(note, [{ agencyId: 'a1' }])).toEqual(['a2'])
  })

  test('is answered in the name of the agency it was sent to', () => {
    expect(answeringAgency(note, ['group', 'a2'])).toBe('a2')
    expect(answeringAgency(note, ['a3'])).toBeUndefined()
  })

  test('is read by its writer, the asked agency, the office and the auditor, by nobody else', () => {
    expect(maySeeNote(note, reader('leader', 'leader1'), [])).toBe(true)
    expect(maySeeNote(note, reader('leader', 'leader2'), [])).toBe(false)
    expect(maySeeNote(note, reader('reporter'), ['a1'])).toBe(true)
    expect(maySeeNote(note, reader('reporter'), ['a3'])).toBe(false)
    expect(maySeeNote(note, reader('office'), [])).toBe(true)
    expect(maySeeNote(note, reader('auditor'), [])).toBe(true)
    expect(maySeeNote(note, reader('observer'), [])).toBe(false)
  })
})

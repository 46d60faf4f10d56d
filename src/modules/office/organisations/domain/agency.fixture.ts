import { type Agency, nameOnly } from './agency.ts'

let made = 0

/** An agency of the invented county 澄禾县, as plain as can be. */
export function anAgency(given: Partial<Agency> & { name: string }): Agency {
  made += 1
  return {
    id: `00000000-0000-7000-8000-${String(made).padStart(12, '0')}`,
    divisionCode: '470326',
    ...nameOnly,
    kind: 'government',
    ...given,
  }
}

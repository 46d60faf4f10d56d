// Loaded before the built program by the journeys: its clock begins at the moment named and goes on from there, so that no
// journey depends on the day it runs. The program itself has no such switch.
const shift = Date.parse(process.env.JOURNEY_BEGINS ?? '') - Date.now()
if (!Number.isFinite(shift)) throw new Error('JOURNEY_BEGINS names no moment')
const Machine = Date

class Moved extends Machine {
  constructor(...given) {
    if (given.length === 0) super(Machine.now() + shift)
    else super(...given)
  }

  static now() {
    return Machine.now() + shift
  }

  // Dates the machine itself makes (of files, from threads) are dates too.
  static [Symbol.hasInstance](value) {
    return value instanceof Machine
  }
}

globalThis.Date = Moved

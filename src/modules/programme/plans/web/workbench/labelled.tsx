import type { ReactNode } from 'react'

/** A field with its name above it. */
export function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the control is the child
    <label>
      <span className="form-label">{label}</span>
      {children}
    </label>
  )
}

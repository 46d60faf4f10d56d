import type { Change } from '#kernel/registry/record-view.ts'

/** What became other than it was, a line for each field. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  return changes.map(({ label, before, after }) => (
    <p key={label}>
      <span className="quiet">{label}</span> {before || '空'} → {after || '空'}
    </p>
  ))
}

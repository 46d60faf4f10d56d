import type { ChangePreview } from '../contract.ts'
import { ConflictNote } from './conflict-note.tsx'
import { DifferenceList } from './difference-list.tsx'

/** What a change would move, or why it is impossible. */
export function PreviewList({ preview }: { preview: ChangePreview }) {
  const { conflict, late, difference } = preview
  if (conflict) return <ConflictNote title="这样排不下" text={conflict.text} conflict={conflict} />
  return (
    <section className="preview-list" aria-live="polite">
      <h3>{difference.steps.length === 0 ? '没有步骤因此变动' : `会变动 ${difference.steps.length} 处`}</h3>
      <DifferenceList steps={difference.steps} />
      {late && <ConflictNote title="可以这样排，但按今天的进度来不及" text={late.text} conflict={late} />}
    </section>
  )
}

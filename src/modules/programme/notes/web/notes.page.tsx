import { Link } from '@tanstack/react-router'
import { useRead } from '#ui/client.ts'
import { Page as Screen, Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { EmptyState } from '#ui/states.tsx'
import { type NoteView, noteContract } from '../contract.ts'
import { NoteLine } from './task-notes.tsx'

function Notes({ notes }: { notes: readonly NoteView[] }) {
  if (notes.length === 0)
    return (
      <EmptyState title="还没有领导批示">
        县领导在“我的要事”或任务页写下的批示，连同牵头单位的回复，都留在这里。
      </EmptyState>
    )
  const open = notes.filter(({ waitsFor }) => waitsFor.length > 0).length
  return (
    <>
      <p className="opening">
        {notes.length} 件批示，{open === 0 ? '都已回复' : `${open} 件待回复`}。
      </p>
      {notes.map((note) => (
        <Sheet key={note.id} title={<Link to={`/tasks/${note.taskId}`}>{note.taskTitle}</Link>}>
          <ul className="notes">
            <NoteLine note={note} />
          </ul>
        </Sheet>
      ))}
    </>
  )
}

/** Every note this person may read, newest first. */
export function Page() {
  const notes = useRead(noteContract.listNotes, {})
  return (
    <Screen title="领导批示" width="reading">
      <Reading of={notes}>{(all) => <Notes notes={all} />}</Reading>
    </Screen>
  )
}

import { minuteOf } from '#kernel/moment.ts'
import type { TaskView } from '#modules/programme/programmes/contract.ts'
import { useRead, useWrite } from '#ui/client.ts'
import { Sheet } from '#ui/page.tsx'
import { type NoteView, noteContract } from '../contract.ts'
import { Writing } from './writing.tsx'
import './notes.css'

/** A note with what was answered, and the answer to be given. */
export function NoteLine({ note }: { note: NoteView }) {
  const answer = useWrite(noteContract.answerNote)
  const { id, text, writerName, writtenAt, answers, waitsFor, can } = note
  const key = `${id} ${answers.length}`
  return (
    <li className="note">
      <p className="note-text">{text}</p>
      <p className="quiet">
        {writerName} {minuteOf(writtenAt)}
        {waitsFor.length > 0 && `　待${waitsFor.join('、')}回复`}
      </p>
      {answers.map((one) => (
        <div key={one.id} className="note-answer">
          <p>{one.text}</p>
          <p className="quiet">
            {one.agencyName} {one.answererName} {minuteOf(one.answeredAt)}
          </p>
        </div>
      ))}
      {can.answerNote.allowed && (
        <Writing
          key={key}
          label="写办理情况，回复批示"
          act="回复"
          pending={answer.isPending}
          onWrite={(words) => answer.mutate({ noteId: id, text: words })}
        />
      )}
    </li>
  )
}

/** Leaders' notes on the page of a task; for those who may read them. */
export function Part({ task }: { task: TaskView }) {
  const notes = useRead(noteContract.listTaskNotes, { taskId: task.id })
  const write = useWrite(noteContract.writeNote)
  if (!notes.data) return null
  const { notes: shown, can } = notes.data
  if (shown.length === 0 && !can.writeNote.allowed) return null
  return (
    <Sheet title="领导批示">
      {shown.length === 0 && (
        <p className="quiet">还没有批示。写下的要求会通知牵头单位和专班办公室，牵头单位在这里回复。</p>
      )}
      <ul className="notes">
        {shown.map((note) => (
          <NoteLine key={note.id} note={note} />
        ))}
      </ul>
      {can.writeNote.allowed && (
        <Writing
          key={shown.length}
          label="写批示，一两句话"
          act="批示"
          pending={write.isPending}
          onWrite={(text) => write.mutate({ taskId: task.id, text })}
        />
      )}
    </Sheet>
  )
}

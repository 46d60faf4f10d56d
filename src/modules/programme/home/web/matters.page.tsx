import { PhoneOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { shortDay } from '#kernel/day.ts'
import { dayOf } from '#kernel/moment.ts'
import { noteContract } from '#modules/programme/notes/contract.ts'
import { Writing } from '#modules/programme/notes/web/index.tsx'
import { useRead, useWrite } from '#ui/client.ts'
import { Lamp } from '#ui/lamp.tsx'
import { Page as Screen } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { EmptyState } from '#ui/states.tsx'
import { homeContract, type MatterPage, type MatterView } from '../contract.ts'
import { lampWords } from './lamp-words.ts'
import './matters.css'

function Call({ lead }: { lead: MatterView['leads'][number] }) {
  const { name, contact, phone } = lead
  if (phone === null) return <span className="matter-call quiet">{name}（未登记电话）</span>
  return (
    <a className="matter-call" href={`tel:${phone}`}>
      <PhoneOutlined /> {name} {contact}
    </a>
  )
}

function LastNote({ note }: { note: NonNullable<MatterView['note']> }) {
  const last = note.answers.at(-1)
  return (
    <div className="matter-note">
      <p>
        <span className="quiet">{shortDay(dayOf(note.writtenAt))}批示：</span>
        {note.text}
      </p>
      <p className="quiet">
        {last
          ? `${last.agencyName} ${shortDay(dayOf(last.answeredAt))}回复：${last.text}`
          : `待${note.waitsFor.join('、')}回复`}
      </p>
    </div>
  )
}

function Matter({ matter, onWrite }: { matter: MatterView; onWrite: (matter: MatterView) => void }) {
  const { taskId, title, lamp, isStale, sinceOn, reason, leads, note, can, programmeTitle } = matter
  return (
    <li className="card matter">
      <Link to={`/tasks/${taskId}`} className="matter-title">
        <Lamp colour={lamp} label={lampWords[lamp]} freshness={isStale ? 'stale' : 'fresh'} size={15} />
        <span>{title}</span>
      </Link>
      <p className="matter-reason">{reason ?? '亮灯原因见任务页。'}</p>
      <p className="quiet">
        {sinceOn === null ? '' : `${shortDay(sinceOn)}起${lampWords[lamp]}灯　`}
        {programmeTitle}
      </p>
      {note && <LastNote note={note} />}
      <div className="matter-acts">
        {leads.length === 0 ? (
          <span className="matter-call quiet">未明确牵头单位</span>
        ) : (
          leads.map((lead) => <Call key={lead.name} lead={lead} />)
        )}
        <Button
          size="large"
          disabled={!can.writeNote.allowed}
          title={can.writeNote.reason ?? ''}
          onClick={() => onWrite(matter)}
        >
          写批示
        </Button>
      </div>
    </li>
  )
}

function NoteDrawer({ matter, onClose }: { matter: MatterView | null; onClose: () => void }) {
  const write = useWrite(noteContract.writeNote, { onDone: onClose })
  return (
    <Drawer title="批示" placement="bottom" size={340} open={matter !== null} onClose={onClose} destroyOnHidden>
      {matter && (
        <>
          <p>{matter.title}</p>
          <p className="quiet">发给{matter.leads.map(({ name }) => name).join('、')}，专班办公室同时收到。</p>
          <Writing
            label="写批示，一两句话"
            act="发出"
            pending={write.isPending}
            onWrite={(text) => write.mutate({ taskId: matter.taskId, text })}
          />
        </>
      )}
    </Drawer>
  )
}

const openingOf = (matters: readonly MatterView[]): string => {
  const red = matters.filter(({ lamp }) => lamp === 'red').length
  const parts = [red > 0 ? `${red} 项红灯` : '', matters.length > red ? `${matters.length - red} 项黄灯` : '']
  return parts.filter(Boolean).join('、')
}

function Matters({ page }: { page: MatterPage }) {
  const [writing, setWriting] = useState<MatterView | null>(null)
  const overseen = page.matters.filter((matter) => matter.overseen)
  const others = page.matters.filter((matter) => !matter.overseen)
  const list = (matters: readonly MatterView[]) => (
    <ul className="matters">
      {matters.map((matter) => (
        <Matter key={matter.taskId} matter={matter} onWrite={setWriting} />
      ))}
    </ul>
  )
  if (page.matters.length === 0)
    return <EmptyState title="没有红灯、黄灯任务">有任务转黄、转红时，原因、牵头单位和联系电话列在这里。</EmptyState>
  return (
    <>
      {page.hasOversight && (
        <>
          <p className="opening">
            {overseen.length === 0 ? '分管的任务没有红灯、黄灯。' : `分管的任务有${openingOf(overseen)}。`}
          </p>
          {list(overseen)}
        </>
      )}
      {others.length > 0 && (
        <>
          <p className="opening">{page.hasOversight ? `其他任务有${openingOf(others)}。` : `${openingOf(others)}。`}</p>
          {list(others)}
        </>
      )}
      <NoteDrawer matter={writing} onClose={() => setWriting(null)} />
    </>
  )
}

/** A leader's own list, made for a phone: what is red or yellow, why, since when, one call, one note. */
export function Page() {
  const matters = useRead(homeContract.listMatters, {})
  return (
    <Screen
      title="我的要事"
      width="reading"
      meta={matters.data && `截至 ${matters.data.today}`}
      actions={
        <>
          <Link to="/leader-notes">批示和回复</Link>
          <Link to="/oversight">设置分管</Link>
          <Link to="/contacts">联络员</Link>
        </>
      }
    >
      <Reading of={matters}>{(page) => <Matters page={page} />}</Reading>
    </Screen>
  )
}

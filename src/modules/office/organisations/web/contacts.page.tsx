import { Button, Input } from 'antd'
import { useState } from 'react'
import { useRead } from '#ui/client.ts'
import { Page as Screen, Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { EmptyState } from '#ui/states.tsx'
import { useForm } from '#ui/use-form.ts'
import { type ContactView, organisationContract } from '../contract.ts'
import './contacts.css'

function ContactLine({ contact }: { contact: ContactView }) {
  const { agencyId, agencyName, leads, can } = contact
  const stored = { name: contact.name ?? '', phone: contact.phone ?? '' }
  // A line nobody has typed in follows what is stored; one somebody types in stays.
  const [typed, setTyped] = useState<typeof stored | null>(null)
  const { name, phone } = typed ?? stored
  const save = useForm(organisationContract.saveContact, typed && { agencyId, ...stored })
  const isChanged = name !== stored.name || phone !== stored.phone
  return (
    <li className="contact">
      <span>
        {agencyName} <small className="quiet">牵头 {leads} 项</small>
      </span>
      {can.saveContact ? (
        <>
          <Input
            aria-label={`${agencyName}联络员`}
            placeholder="姓名"
            value={name}
            onChange={(e) => setTyped({ name: e.target.value, phone })}
          />
          <Input
            aria-label={`${agencyName}电话`}
            placeholder="电话"
            inputMode="tel"
            value={phone}
            onChange={(e) => setTyped({ name, phone: e.target.value })}
          />
          <Button
            disabled={!isChanged || name.trim() === '' || phone.trim() === ''}
            loading={save.isPending}
            onClick={() => save.mutate({ agencyId, name, phone })}
          >
            保存
          </Button>
        </>
      ) : (
        <span className="contact-known">
          {contact.phone === undefined ? <span className="quiet">未登记</span> : `${contact.name} ${contact.phone}`}
        </span>
      )}
    </li>
  )
}

function Contacts({ contacts }: { contacts: readonly ContactView[] }) {
  if (contacts.length === 0)
    return <EmptyState title="没有需要登记的联络员">牵头任务的单位才需要登记；本单位没有牵头的任务。</EmptyState>
  return (
    <Sheet>
      <ul>
        {contacts.map((contact) => (
          <ContactLine key={contact.agencyId} contact={contact} />
        ))}
      </ul>
    </Sheet>
  )
}

/** Whom to call at each lead agency; a leader calls from their own list with one touch. */
export function Page() {
  const contacts = useRead(organisationContract.listContacts, {})
  return (
    <Screen title="联络员" width="reading">
      <p className="quiet contact-note">
        牵头单位的联络员和电话，供县领导和专班办公室联系。电话只给领导、办公室和本单位看。
      </p>
      <Reading of={contacts}>{(all) => <Contacts contacts={all} />}</Reading>
    </Screen>
  )
}

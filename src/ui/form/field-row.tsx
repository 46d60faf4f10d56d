import { Button, Form } from 'antd'
import { createContext, useContext } from 'react'
import type { FormField } from '#kernel/fields.ts'
import type { FieldHere } from './control.ts'
import { FieldControl } from './field-control.tsx'

/** What the form alone knows of its fields, by their path: `rules.digestAt`. */
export const KnownHere = createContext<Readonly<Record<string, FieldHere>>>({})

type Path = readonly (string | number)[]

interface RowProps {
  field: FormField
  /** Of the field within the form. */
  path: Path
  /** Within a list of rows antd names it from the list on. */
  name?: Path
}

const useHere = (path: Path): FieldHere =>
  useContext(KnownHere)[path.filter((step) => typeof step === 'string').join('.')] ?? {}

function Label({ field, here }: { field: FormField; here: FieldHere }) {
  const help = here.help ?? field.help ?? (field.required ? undefined : '可不填')
  return (
    <span>
      {here.label ?? field.label}
      {help && <span className="quiet">（{help}）</span>}
    </span>
  )
}

/** A field with its name above it and what is wrong with it below. */
export function FieldRow({ field, path, name = path }: RowProps) {
  const here = useHere(path)
  if (here.hidden) return null
  if (field.kind === 'group' && !here.render) return <Group field={field} path={path} />
  if (field.kind === 'rows' && !here.render) return <Rows field={field} path={path} />
  const isBox = field.kind === 'yesno' && !here.render
  return (
    <Form.Item
      name={[...name]}
      label={isBox ? undefined : <Label field={field} here={here} />}
      required={field.required && !isBox}
      extra={here.note}
      className={field.half ? 'form-half' : ''}
    >
      <FieldControl field={field} here={here} />
    </Form.Item>
  )
}

/** Fields that belong together and are kept together. */
function Group({ field, path }: RowProps) {
  const here = useHere(path)
  return (
    <fieldset className="form-group">
      {field.label !== field.name && (
        <legend>
          <Label field={field} here={here} />
        </legend>
      )}
      {field.fields.map((one) => (
        <FieldRow key={one.name} field={one} path={[...path, one.name]} />
      ))}
      {here.note}
    </fieldset>
  )
}

/** A list of small forms, one line each where there is room. */
function Rows({ field, path }: RowProps) {
  const here = useHere(path)
  const { maxLength = Infinity, label } = field
  const help = here.help ?? field.help
  return (
    <fieldset className="form-group">
      <legend>
        {label}
        {help && <span className="quiet">（{help}）</span>}
      </legend>
      <Form.List name={[...path]}>
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map(({ key, name }, i) => (
              <div key={key} className="form-row">
                {field.fields.map((one) => (
                  <FieldRow key={one.name} field={one} path={[...path, name, one.name]} name={[name, one.name]} />
                ))}
                {!here.disabled && (
                  <Button type="text" aria-label={`去掉第 ${i + 1} 个${label}`} onClick={() => remove(name)}>
                    去掉
                  </Button>
                )}
              </div>
            ))}
            <Form.ErrorList errors={errors} />
            {!here.disabled && rows.length < maxLength && (
              <Button size="small" onClick={() => add({})}>
                添加{label}
              </Button>
            )}
            {rows.length >= maxLength && <p className="quiet">最多 {maxLength} 个。</p>}
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

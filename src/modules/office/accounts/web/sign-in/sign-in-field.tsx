import { useId, useState } from 'react'

interface SignInFieldProps {
  label: string
  autoComplete: string
  autoFocus?: boolean
  /** Not shown, unless one asks to see it. */
  secret?: boolean
  value: string
  onChange: (value: string) => void
}

const eye = 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8Z'

/** One line with its name above it. */
export function SignInField({
  label,
  autoComplete,
  autoFocus = false,
  secret = false,
  value,
  onChange,
}: SignInFieldProps) {
  const id = useId()
  const [isSeen, setSeen] = useState(false)
  return (
    <div className="sign-in-field">
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type={secret && !isSeen ? 'password' : 'text'}
        autoComplete={autoComplete}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page is there to write in it
        autoFocus={autoFocus}
        autoCapitalize="off"
        spellCheck={false}
        value={value}
        onChange={(e) => onChange(e.target.value)}
      />
      {secret && (
        <button type="button" aria-pressed={isSeen} aria-label="显示密码" onClick={() => setSeen(!isSeen)}>
          <svg
            width="16"
            height="16"
            viewBox="0 0 16 16"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.2"
            aria-hidden
          >
            <path d={eye} />
            <circle cx="8" cy="8" r="2.2" />
            {!isSeen && <path d="M3 13 13 3" />}
          </svg>
        </button>
      )}
    </div>
  )
}

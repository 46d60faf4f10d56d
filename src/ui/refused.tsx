import { Refusal } from '#kernel/errors.ts'

/** Why something was not done, where it was tried. */
export function Refused({ error }: { error: Error | null | undefined }) {
  if (!error) return null
  return (
    <p className="form-refusal" role="alert">
      {error instanceof Refusal ? error.message : '没有办成。请再试一次。'}
    </p>
  )
}

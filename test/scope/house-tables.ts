/**
 * Tables that belong to the house and to no jurisdiction, each with its reason. Every other table has an owner, whose
 * code is first in its keys.
 */
export const houseTables: Readonly<Record<string, string>> = {
  'accounts.user': 'a person signs in by a name that is one in the house, before anybody knows where they belong',
  'accounts.account': 'what proves a person, in the shape of the sign-in library; found by the person',
  'accounts.session': 'found by its secret, which says who asks and so whose rows are meant',
  'accounts.attempt': 'failures of names and addresses that may be nobody’s',
  'accounts.former_password': 'hangs on a person',
  'accounts.second_factor': 'hangs on a person',
  'accounts.recovery_code': 'hangs on a person',
  'public.migration': 'what was done to the database itself',
}

/** The queue of jobs is a library’s, for the whole house; a job says in its payload whom it is for. */
export const houseSchemas: readonly string[] = ['graphile_worker', 'information_schema', 'pg_catalog', 'pg_toast']

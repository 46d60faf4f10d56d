import { expect, test } from 'vitest'
import { sandbox } from './sandbox.ts'
import { complaintsOfOwner, listOwnedTables } from './scope/owner-of-tables.ts'

const { pool } = await sandbox()

test('every table of a county has its owner first in every key, and no key crosses owners', async () => {
  expect((await listOwnedTables(pool)).length).toBeGreaterThan(60)
  expect(await complaintsOfOwner(pool)).toEqual([])
})

test('what breaks the rule is found', async () => {
  await pool.query(`
    create schema odd;
    create table odd.no_owner (id uuid primary key);
    create table odd.loose (division_code char(6), id uuid not null);
    create table odd.late (id uuid not null, division_code char(6) not null, name text unique, primary key (id, division_code));
    create index late_name on odd.late (name);
    create table odd.crossing (division_code char(6) not null, id uuid not null, of_id uuid not null references odd.no_owner,
      primary key (division_code, id));
    create table odd.of_house (division_code char(6) not null, id uuid not null, user_id text not null references accounts.user,
      primary key (division_code, id))`)
  expect(await complaintsOfOwner(pool)).toEqual([
    'odd.loose: owner character(6)',
    'odd.no_owner: owner none',
    'odd.loose: no primary key',
    'odd.late: index late_name does not begin with the owner',
    'odd.late: unique index late_name_key does not begin with the owner',
    'odd.late: primary key late_pkey does not begin with the owner',
    'odd.no_owner: primary key no_owner_pkey does not begin with the owner',
    'odd.crossing: crossing_of_id_fkey may cross owners',
    'odd.of_house: of_house_user_id_fkey may cross owners',
  ])
})

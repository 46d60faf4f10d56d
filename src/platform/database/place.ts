import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  lchownSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { databaseErrors } from './refusals.ts'
import { canEnter, isRoot, type ServiceUser, serviceUser, userName, userOf } from './service-user.ts'
import { makeFolder, sharedFolder } from './shared-folder.ts'

/** Where a cluster lives and who runs it. */
export interface Place {
  /** Holds the cluster, its socket folder, its log and the lock of the running program. */
  home: string
  /** The folder PostgreSQL calls its data directory. */
  cluster: string
  /** The user to run PostgreSQL as; undefined for an ordinary user, who runs it as himself. */
  user: ServiceUser | undefined
}

const placeAt = (home: string, user: ServiceUser | undefined): Place => ({
  home,
  cluster: join(home, 'postgres'),
  user,
})

/** A folder of that name, empty or not, has an owner to be asked; what lies in it may be hidden from us. */
const exists = (home: string): boolean => existsSync(join(home, 'postgres'))

function giveTo(user: ServiceUser, path: string): void {
  lchownSync(path, user.uid, user.gid)
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) giveTo(user, join(path, name))
}

/** The cluster that is there already: its owner runs it. One restored from a copy belongs to root and is given away again. */
function existingPlace(home: string): Place {
  const cluster = join(home, 'postgres')
  const { uid, gid } = statSync(cluster)
  if (!isRoot()) {
    if (uid !== process.getuid?.()) throw databaseErrors.otherOwner({ folder: cluster, owner: userName(uid) })
    return placeAt(home, undefined)
  }
  const user = uid === 0 ? serviceUser() : userOf(uid, gid)
  if (uid === 0 && existsSync(join(cluster, 'PG_VERSION'))) giveTo(user, cluster)
  if (!canEnter(user, home))
    throw databaseErrors.folderNotUsable({ folder: home, reason: `用户 ${user.name} 不能进入` })
  return placeAt(home, user)
}

/** A home of root is often closed to everybody else: the cluster then lies elsewhere, and the data folder says where. */
function newPlaceForRoot(dataFolder: string, pointer: string): Place {
  const user = serviceUser()
  if (canEnter(user, dataFolder)) return placeAt(dataFolder, user)
  const key = createHash('sha256').update(realpathSync(dataFolder)).digest('hex').slice(0, 16)
  const home = join(sharedFolder(), key)
  makeFolder(home, 0o711)
  writeFileSync(pointer, `${home}\n`)
  return placeAt(home, user)
}

const refusals = new Set<unknown>(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT'])

/** Finds the place of the cluster that belongs to a data folder, making the folders that are missing. */
export function findPlace(dataFolder: string): Place {
  try {
    makeFolder(dataFolder, isRoot() ? 0o711 : 0o700)
    accessSync(dataFolder, constants.X_OK)
    const pointer = join(dataFolder, 'postgres.path')
    const home = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : dataFolder
    if (exists(home)) return existingPlace(home)
    if (home !== dataFolder && !isRoot()) throw databaseErrors.otherOwner({ folder: home, owner: 'root' })
    accessSync(dataFolder, constants.R_OK | constants.W_OK)
    return isRoot() ? newPlaceForRoot(dataFolder, pointer) : placeAt(dataFolder, undefined)
  } catch (error) {
    if (error instanceof Error && 'code' in error && refusals.has(error.code))
      throw databaseErrors.folderNotUsable({ folder: dataFolder, reason: '没有权限，或者它不是文件夹' })
    throw error
  }
}

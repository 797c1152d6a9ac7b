import { join } from 'node:path'
import process from 'node:process'
import { inRoot } from '../cli/paths.ts'

/** Folder of the database and the keys: `ROOM_DATA`. */
export const dataFolder = (): string => process.env.ROOM_DATA || inRoot('.room')

/** Where sessions are kept. */
export const databasePath = (): string => join(dataFolder(), 'room.sqlite')

/** The polls: `ROOM_POLLS`. */
export const pollsPath = (): string => process.env.ROOM_POLLS || inRoot('polls.yaml')

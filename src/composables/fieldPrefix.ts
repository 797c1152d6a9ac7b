import type { InjectionKey } from 'vue'

/**
 * In a document of several sheets, whose fields these are: it stands before each label, so that no two fields have one
 * name.
 */
export const FIELD_OWNER: InjectionKey<string> = Symbol('field owner')

import heads from '@/assets/framing/heads.json';

/** Families of nouns that name an actor without a name. */
export type Family =
  | 'force'
  | 'proxy'
  | 'rebel'
  | 'jihadist'
  | 'loyalist'
  | 'government'
  | 'ministry'
  | 'people'
  | 'group'
  | 'police'
  | 'role';

const familyOrder: readonly Family[] = [
  'role',
  'people',
  'ministry',
  'group',
  'police',
  'loyalist',
  'jihadist',
  'rebel',
  'proxy',
  'government',
  'force',
];

const families = new Map<string, Family>();
for (const family of familyOrder) for (const word of heads[family]) families.set(word, family);

/** The family of a noun, folded; `null` for a noun that names no actor. */
export function familyOf(low: string): Family | null {
  return families.get(low) ?? null;
}

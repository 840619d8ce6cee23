/** Words of one capability: nested keys, each leaf a text. */
export interface Words {
  [key: string]: string | Words;
}

/** `/src/desk/zh.ts` → the words under `desk`, so that `desk.intake` finds them. */
export function wordsByCapability(files: Record<string, Words>): Record<string, Words> {
  const merged: Record<string, Words> = {};
  for (const [path, words] of Object.entries(files)) {
    const capability = /([^/]+)\/[^/]+\.ts$/.exec(path)?.[1];
    if (capability) merged[capability] = words;
  }
  return merged;
}

/** Every leaf as `a.b.c` → text. */
export function flatWords(words: Words, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    if (typeof value === 'string') flat.set(path, value);
    else for (const [inner, text] of flatWords(value, path)) flat.set(inner, text);
  }
  return flat;
}

/**
 * The English words for the Chinese ones: the same keys, and beside each `…_other` its `…_one`, which
 * Chinese has no use for.
 */
export type EnglishOf<Chinese> = {
  [Key in keyof Chinese]: Chinese[Key] extends string ? string : EnglishOf<Chinese[Key]>;
} & {
  [Key in keyof Chinese as Key extends `${infer Start}_other` ? `${Start}_one` : never]?: string;
};

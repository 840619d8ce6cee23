import { wordsByCapability, type Words } from './words';

/** Loaded only when English is chosen. */
export const english = wordsByCapability(
  import.meta.glob<Words>('/src/*/en.ts', { eager: true, import: 'default' }),
);

/** What the server leaves in place of a text that was erased (`zhishou_rules::privacy::ERASED`). */
const ERASED = '（个人信息已依法删除）';

/** Whether a text stands for one that is gone; an entry of the ledger has null instead of it. */
export function isErased(text: string | null | undefined): boolean {
  return text === null || text === ERASED;
}

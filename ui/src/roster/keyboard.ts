/** Where the keyboard stands in the grid. */
export interface Place {
  row: number;
  column: number;
}

export interface GridSize {
  rows: number;
  columns: number;
}

/** What a key does in the grid. */
export type GridKey =
  | { kind: 'move'; to: Place }
  | { kind: 'open' }
  | { kind: 'clear' }
  | { kind: 'mark'; mark: 'rest' | 'leave' }
  /** The n-th shift of the legend, counted from 0; beside another when Shift is held. */
  | { kind: 'shift'; at: number; beside: boolean }
  | { kind: 'undo' };

interface Pressed {
  key: string;
  code?: string;
  ctrlKey?: boolean;
  metaKey?: boolean;
  altKey?: boolean;
  shiftKey?: boolean;
}

/** Reads a key as the grid understands it; null leaves it to the browser. */
export function gridKey(
  pressed: Pressed,
  at: Place,
  size: GridSize,
  letters: readonly (string | null)[],
): GridKey | null {
  const command = Boolean(pressed.ctrlKey) || Boolean(pressed.metaKey);
  if (pressed.altKey) return null;
  const to = moved(pressed.key, command, at, size);
  if (to) return { kind: 'move', to };
  if (command) return pressed.key.toLowerCase() === 'z' ? { kind: 'undo' } : null;
  return editing(pressed, letters);
}

function moved(key: string, command: boolean, at: Place, size: GridSize): Place | null {
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  switch (key) {
    case 'ArrowLeft':
      return { ...at, column: Math.max(0, at.column - 1) };
    case 'ArrowRight':
      return { ...at, column: Math.min(lastColumn, at.column + 1) };
    case 'ArrowUp':
      return { ...at, row: Math.max(0, at.row - 1) };
    case 'ArrowDown':
      return { ...at, row: Math.min(lastRow, at.row + 1) };
    case 'Home':
      return { row: command ? 0 : at.row, column: 0 };
    case 'End':
      return { row: command ? lastRow : at.row, column: lastColumn };
    case 'PageUp':
      return { ...at, column: Math.max(0, at.column - 7) };
    case 'PageDown':
      return { ...at, column: Math.min(lastColumn, at.column + 7) };
    default:
      return null;
  }
}

function editing(pressed: Pressed, letters: readonly (string | null)[]): GridKey | null {
  // With Shift a digit comes as a sign (! for 1), so the place of the key is asked as well.
  const digit = /^(?:Digit|Numpad)?([1-9])$/.exec(pressed.code ?? pressed.key)?.[1] ?? null;
  if (digit) return { kind: 'shift', at: Number(digit) - 1, beside: Boolean(pressed.shiftKey) };
  const key = typedKey(pressed);
  const shift = letters.indexOf(key);
  if (shift >= 0) return { kind: 'shift', at: shift, beside: Boolean(pressed.shiftKey) };
  switch (key) {
    case 'enter':
    case ' ':
    case 'f2':
      return { kind: 'open' };
    case 'delete':
    case 'backspace':
      return { kind: 'clear' };
    // 休 (xiū) and 假 (jià) by their first sounds, and the English words.
    case 'x':
    case 'r':
      return { kind: 'mark', mark: 'rest' };
    case 'j':
    case 'l':
      return { kind: 'mark', mark: 'leave' };
    default:
      // Any other letter asks what is meant.
      return /^[a-z]$/.test(key) ? { kind: 'open' } : null;
  }
}

/** The key in small letters; where an input method swallows it, the place of the key tells. */
function typedKey(pressed: Pressed): string {
  if (pressed.key !== 'Process') return pressed.key.toLowerCase();
  return /^Key([A-Z])$/.exec(pressed.code ?? '')?.[1]?.toLowerCase() ?? '';
}

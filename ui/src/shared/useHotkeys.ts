import { useEffect, useRef } from 'react';

/** `n`, `ctrl+enter`, `escape`; `ctrl` stands for Command on a Mac as well. */
export type Hotkeys = Record<string, () => void>;

const stack: { current: Hotkeys }[] = [];

/**
 * Keys of a page while it is mounted. A page's own key goes before the same key of the shell. Plain
 * letters do nothing while someone types in a field; combinations with Ctrl work everywhere.
 */
export function useHotkeys(hotkeys: Hotkeys, enabled = true): void {
  const latest = useRef(hotkeys);
  useEffect(() => {
    latest.current = hotkeys;
  });
  useEffect(() => {
    if (!enabled) return;
    if (stack.length === 0) window.addEventListener('keydown', handle);
    stack.push(latest);
    return () => {
      stack.splice(stack.indexOf(latest), 1);
      if (stack.length === 0) window.removeEventListener('keydown', handle);
    };
  }, [enabled]);
}

function handle(event: KeyboardEvent): void {
  // While Chinese is being composed, Enter and letters belong to the input method.
  if (event.isComposing || event.repeat || event.defaultPrevented) return;
  const combination = nameOf(event);
  if (!combination.startsWith('ctrl+') && isTyping(event.target)) return;
  const owner = stack.findLast((hotkeys) => hotkeys.current[combination]);
  if (!owner) return;
  event.preventDefault();
  owner.current[combination]?.();
}

function nameOf(event: KeyboardEvent): string {
  const ctrl = event.ctrlKey || event.metaKey ? 'ctrl+' : '';
  const alt = event.altKey ? 'alt+' : '';
  return `${ctrl}${alt}${event.key.toLowerCase()}`;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [contenteditable="true"], [role="combobox"]') !== null
  );
}

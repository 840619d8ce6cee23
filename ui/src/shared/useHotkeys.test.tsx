import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { useHotkeys, type Hotkeys } from './useHotkeys';

function Page({ keys, enabled }: { keys: Hotkeys; enabled?: boolean }) {
  useHotkeys(keys, enabled);
  return <input aria-label="field" />;
}
const press = (target: Element, key: string, more = {}) => {
  fireEvent.keyDown(target, { key, bubbles: true, ...more });
};

it('opens by a letter, but not while someone types', () => {
  const n = vi.fn();
  const save = vi.fn();
  render(<Page keys={{ n, 'ctrl+enter': save }} />);
  press(document.body, 'n');
  press(document.body, 'N');
  expect(n).toHaveBeenCalledTimes(2);
  const field = screen.getByLabelText('field');
  press(field, 'n');
  press(document.body, 'n', { ctrlKey: true });
  expect(n).toHaveBeenCalledTimes(2);
  press(field, 'Enter', { ctrlKey: true });
  press(field, 'Enter', { metaKey: true });
  expect(save).toHaveBeenCalledTimes(2);
});

it('leaves keys to the input method while Chinese is composed', () => {
  const save = vi.fn();
  render(<Page keys={{ 'ctrl+enter': save }} />);
  press(screen.getByLabelText('field'), 'Enter', { ctrlKey: true, isComposing: true });
  expect(save).not.toHaveBeenCalled();
});

it('prefers the page over the shell and gives the key back afterwards', () => {
  const shell = vi.fn();
  const page = vi.fn();
  const below = render(<Page keys={{ n: shell }} />);
  const above = render(<Page keys={{ n: page }} />);
  press(document.body, 'n');
  expect([shell.mock.calls.length, page.mock.calls.length]).toEqual([0, 1]);
  above.rerender(<Page keys={{ n: page }} enabled={false} />);
  press(document.body, 'n');
  expect(shell).toHaveBeenCalledOnce();
  below.unmount();
  press(document.body, 'n');
  expect(shell).toHaveBeenCalledOnce();
});

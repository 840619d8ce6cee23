import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { clearAllDrafts, readDraft, useDraft } from './useDraft';

interface Intake {
  room: string;
  content: string;
}
const EMPTY: Intake = { room: '', content: '' };
const draft = () => renderHook(() => useDraft('desk.intake', EMPTY));

it('brings back what was typed after the page went away', () => {
  const first = draft();
  expect(first.result.current.restored).toBe(false);
  act(() => {
    first.result.current.setValue({ room: '1201', content: '厨房漏水' });
  });
  first.unmount();
  const second = draft();
  expect(second.result.current.value).toEqual({ room: '1201', content: '厨房漏水' });
  expect(second.result.current.restored).toBe(true);
});

it('stores nothing before something is typed, and nothing after it is saved', () => {
  const { result, unmount } = draft();
  expect(readDraft('desk.intake')).toBeUndefined();
  act(() => {
    result.current.setValue({ room: '1201', content: '' });
  });
  expect(readDraft('desk.intake')).toEqual({ room: '1201', content: '' });
  act(() => {
    result.current.clear();
  });
  expect(result.current.value).toEqual(EMPTY);
  expect(readDraft('desk.intake')).toBeUndefined();
  unmount();
  expect(draft().result.current.restored).toBe(false);
});

it('goes on storing after a clear', () => {
  const { result } = draft();
  act(() => {
    result.current.setValue({ room: '1', content: '' });
  });
  act(() => {
    result.current.clear();
  });
  act(() => {
    result.current.setValue({ room: '2', content: '' });
  });
  expect(readDraft('desk.intake')).toEqual({ room: '2', content: '' });
});

it('begins anew when the stored text is broken', () => {
  sessionStorage.setItem('zhishou.draft.desk.intake', '{"room":');
  expect(draft().result.current.value).toEqual(EMPTY);
});

it('leaves nothing behind at a sign-out, on the tab or on the device', () => {
  const device = renderHook(() => useDraft('regulation.text', '', 'device'));
  act(() => {
    device.result.current.setValue('第一条');
  });
  expect(readDraft('regulation.text', 'device')).toBe('第一条');
  localStorage.setItem('zhishou.language', 'en');
  clearAllDrafts();
  expect(readDraft('regulation.text', 'device')).toBeUndefined();
  expect(localStorage.getItem('zhishou.language')).toBe('en');
});

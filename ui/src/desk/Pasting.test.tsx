import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeServer, Refusal } from '../testing/fakeServer';
import { DEMO_COMMUNITY, renderPage } from '../testing/renderPage';
import { IntakeForm } from './IntakeForm';
import { IntakeProvider } from './IntakeProvider';

/** happy-dom draws nothing: a picture is as large as it says and becomes the same JPEG always. */
beforeEach(() => {
  const bitmap = { width: 600, height: 400, close: () => undefined };
  vi.stubGlobal('createImageBitmap', () => Promise.resolve(bitmap));
  const context = { fillRect: () => undefined, drawImage: () => undefined };
  const canvas = HTMLCanvasElement.prototype;
  vi.spyOn(canvas, 'getContext').mockReturnValue(context as never);
  vi.spyOn(canvas, 'toBlob').mockImplementation((take) => {
    take(new Blob(['jpeg'], { type: 'image/jpeg' }));
  });
});

const C = `/api/c/${DEMO_COMMUNITY.id}`;
const MESSAGE = '3-2-1201 李女士: 厨房水管漏水 13800001234';

const form = (
  <IntakeProvider>
    <IntakeForm focusAsked={0} />
  </IntakeProvider>
);

function serve(more: Record<string, unknown> = {}) {
  return fakeServer({
    [`POST ${C}/callers/search`]: [],
    [`GET ${C}/help-calls`]: [],
    [`GET ${C}/desk/scripts`]: [],
    ...more,
  });
}

const value = (label: string | RegExp) => screen.getByLabelText<HTMLInputElement>(label).value;

async function pasteInto(label: string | RegExp, text: string) {
  await userEvent.click(screen.getByLabelText(label));
  await userEvent.paste(text);
}

const screenshot = () => new File(['png'], 'screenshot.png', { type: 'image/png' });

function pastePicture() {
  const clipboardData = { getData: () => '', files: [screenshot()] };
  fireEvent.paste(screen.getByLabelText('内容'), { clipboardData });
}

test('a pasted message fills the form, and one tap takes it back', async () => {
  serve();
  renderPage(form);
  await pasteInto('内容', MESSAGE);
  expect(value('房号')).toBe('3-2-1201');
  expect(value('来电来访人')).toBe('李女士');
  expect(value('联系电话')).toContain('138');
  expect(value('内容')).toBe('厨房水管漏水 138****1234');
  expect(value(/电话 \/ 房号/)).toBe('13800001234');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: '业主群' }).checked).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: '撤销填写' }));
  expect(value('房号')).toBe('');
  expect(value('内容')).toBe(MESSAGE);
  expect(screen.getByRole<HTMLInputElement>('radio', { name: '来电' }).checked).toBe(true);
});

test('in the lookup a message fills the form, a number is only looked for', async () => {
  serve();
  renderPage(form);
  await pasteInto(/电话 \/ 房号/, '138 0000 1234');
  expect(screen.queryByRole('button', { name: '撤销填写' })).toBeNull();
  await userEvent.clear(screen.getByLabelText(/电话 \/ 房号/));
  await pasteInto(/电话 \/ 房号/, '3-2-1201厨房漏水快来');
  expect(value('房号')).toBe('3-2-1201');
  expect(value('内容')).toBe('3-2-1201厨房漏水快来');
  expect(value(/电话 \/ 房号/)).toBe('3-2-1201');
});

test('ordinary words are pasted as they are', async () => {
  serve();
  renderPage(form);
  await pasteInto('内容', '厨房水管漏水');
  expect(value('内容')).toBe('厨房水管漏水');
  expect(screen.queryByRole('button', { name: '撤销填写' })).toBeNull();
});

test('a pasted screenshot is sent with the contact; what fails is sent again', async () => {
  let tries = 0;
  const server = serve({
    [`POST ${C}/contacts/with-order`]: {
      contact: { id: 'c', number: 'JD-005' },
      order: { number: 'BX-003' },
    },
    [`POST ${C}/contacts/c/photos`]: () => {
      tries += 1;
      return tries === 1 ? new Refusal(503, { code: 'unavailable', detail: '繁忙' }) : { id: 'p' };
    },
  });
  renderPage(form);
  pastePicture();
  expect(await screen.findByRole('img', { name: /1/ })).toBeTruthy();
  await userEvent.type(screen.getByLabelText('内容'), '群里截图');
  await userEvent.click(screen.getByRole('button', { name: /^登记（/ }));
  expect(await screen.findByText(/JD-005 已登记，但有 1 张图片未传上/)).toBeTruthy();
  expect(value('内容')).toBe('');
  await userEvent.click(screen.getByRole('button', { name: '重新上传' }));
  await waitFor(() => {
    expect(screen.queryByText(/未传上/)).toBeNull();
  });
  const sent = server.mock.calls.map(([request]) => request);
  const keys = sent
    .filter((request) => request.url.endsWith('/contacts/c/photos'))
    .map((request) => request.headers.get('Idempotency-Key'));
  expect(keys.length).toBe(2);
  expect(keys[0]).toBe(keys[1]);
});

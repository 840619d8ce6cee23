import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { expect, test } from 'vitest';
import { Refusal, fakeServer } from '../testing/fakeServer';
import { DEMO_COMMUNITY, renderPage } from '../testing/renderPage';
import DraftPage from './DraftPage';
import type { Diagnostic, Draft } from './model';
import { sampleDiagnostic, sampleDocument, sampleDraft } from './sample';

const C = `/api/c/${DEMO_COMMUNITY.id}/regulations`;
const ALL = new Set(['read_regulation', 'edit_regulation', 'publish_regulation'] as const);

function line(draft: Draft) {
  return {
    regulation_id: 'reg-1',
    key: 'r01',
    title_zh: '值班制度',
    title_en: 'Regulation',
    draft_state: draft.state,
    versions: [],
  };
}

function check(diagnostics: Diagnostic[]) {
  return { errors: diagnostics.length, diagnostics, document: sampleDocument(), printed: null };
}

function show(answers: Parameters<typeof fakeServer>[0], draft = sampleDraft()) {
  fakeServer({
    [`GET ${C}/reg-1`]: { line: line(draft), draft },
    [`POST ${C}/check`]: check([]),
    ...answers,
  });
  const page = (
    <Routes>
      <Route path="/c/:community/regulation/draft/:regulation" element={<DraftPage />} />
    </Routes>
  );
  const at = `/c/${DEMO_COMMUNITY.id}/regulation/draft/reg-1`;
  return renderPage(page, { at, community: { verbs: ALL } });
}

test('an error is said with its line and help, keeps the draft from review, and leads to the line', async () => {
  show({ [`POST ${C}/check`]: check([sampleDiagnostic(2)]) });
  expect(await screen.findByText('20:00 起无人值班')).toBeTruthy();
  expect(screen.getByText('请补一个班次')).toBeTruthy();
  expect(screen.getByRole('button', { name: '送审' }).hasAttribute('disabled')).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: '到第 2 行' }));
  const field: HTMLTextAreaElement = screen.getByLabelText('源文件（TOML）');
  expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('two');
});

test('a check that fails loses nothing of what was typed', async () => {
  show({
    [`POST ${C}/check`]: () =>
      new Refusal(500, { status: 500, code: 'internal', detail: '出错了' }),
  });
  const field: HTMLTextAreaElement = await screen.findByLabelText('源文件（TOML）');
  fireEvent.change(field, { target: { value: 'one\nmine\nthree' } });
  expect(await screen.findByText('出错了')).toBeTruthy();
  expect(field.value).toBe('one\nmine\nthree');
  expect(screen.getByText('有未保存的改动')).toBeTruthy();
});

test('somebody else saved first: both texts are shown, and mine can be kept', async () => {
  const theirs = sampleDraft({ version: 7, text: 'one\ntheirs\nthree' });
  const sent: { version: number; text: string }[] = [];
  show({
    [`PUT ${C}/reg-1/draft`]: async (request: Request) => {
      const body = (await request.json()) as { version: number; text: string };
      sent.push(body);
      if (body.version !== 7) {
        return new Refusal(409, { status: 409, code: 'conflict', current: theirs });
      }
      return { ...theirs, ...body, version: 8 };
    },
  });
  const user = userEvent.setup();
  const field = await screen.findByLabelText('源文件（TOML）');
  fireEvent.change(field, { target: { value: 'one\nmine\nthree' } });
  await user.click(screen.getByRole('button', { name: '保存草稿' }));
  expect(await screen.findByText('2 mine')).toBeTruthy();
  expect(screen.getByText('2 theirs')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '保留我的' }));
  await waitFor(() => {
    expect(sent).toEqual([
      { version: 3, text: 'one\nmine\nthree' },
      { version: 7, text: 'one\nmine\nthree' },
    ]);
  });
});

test('a draft in review is published for its posts, as soon as possible', async () => {
  const sent: unknown[] = [];
  show(
    {
      [`POST ${C}/reg-1/draft/publish`]: async (request: Request) => {
        sent.push(await request.json());
        return new Refusal(422, { status: 422, code: 'no_posts_chosen', detail: '请选择岗位' });
      },
    },
    sampleDraft({ state: 'in_review' }),
  );
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '发布' }));
  await user.click(await screen.findByRole('button', { name: '确认发布' }));
  expect(await screen.findByText('请选择岗位')).toBeTruthy();
  expect(sent).toEqual([{ posts: ['desk'], effective_at: null, version: 3 }]);
});

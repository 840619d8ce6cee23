import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { expect, test } from 'vitest';
import { fakeServer, Refusal } from '../testing/fakeServer';
import { DEMO_COMMUNITY, renderPage } from '../testing/renderPage';
import CasePage from './CasePage';
import type { Case } from './model';
import ReplySheetPage from './ReplySheetPage';
import { sampleCase } from './sample';

const C = `/api/c/${DEMO_COMMUNITY.id}`;
const ONE = `${C}/external-cases/c1`;
const AT = `/c/${DEMO_COMMUNITY.id}/externalcase/c1`;

function open(one: Case, answers: Record<string, unknown> = {}) {
  const server = fakeServer({ [`GET ${ONE}`]: one, ...answers });
  renderPage(
    <Routes>
      <Route path="/c/:community/externalcase/:id" element={<CasePage />} />
      <Route path="/c/:community/externalcase/:id/sheet" element={<ReplySheetPage />} />
    </Routes>,
    {
      at: AT,
      community: { verbs: new Set(['read_desk', 'take_contact', 'dispatch_work_order']) },
    },
  );
  return server;
}

const dialog = async () => within(await screen.findByRole('dialog'));

test('a reply without proof says why, and what the server refuses is shown in the dialog', async () => {
  const sent: unknown[] = [];
  open(sampleCase(), {
    [`POST ${ONE}/reply`]: async (request: Request) => {
      sent.push(await request.json());
      if (sent.length === 1) {
        return new Refusal(422, { code: 'proof_needed', detail: '请先上传办理佐证照片' });
      }
      return sampleCase({ stage: 'replied' });
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: '回复来源' }));
  const shown = await dialog();
  await userEvent.type(shown.getByLabelText('办理情况与回复'), '路灯已修复');
  await userEvent.click(shown.getByRole('button', { name: '回复来源' }));
  expect(await shown.findByText(/请先上传办理佐证照片/)).toBeTruthy();
  await userEvent.type(shown.getByLabelText(/没有照片的原因/), '电话答复');
  await userEvent.click(shown.getByRole('button', { name: '回复来源' }));
  expect(await screen.findByText('已登记回复')).toBeTruthy();
  expect(sent[1]).toMatchObject({ version: 3, reply: '路灯已修复', no_proof_reason: '电话答复' });
});

test('an extension that was asked for waits for the answer of the source', async () => {
  const wanted = Date.parse('2026-12-01T09:00:00Z');
  const sent: unknown[] = [];
  open(sampleCase({ wanted_due_at: wanted }), {
    [`POST ${ONE}/answer-extension`]: async (request: Request) => {
      sent.push(await request.json());
      return sampleCase();
    },
  });
  expect(await screen.findByText('已申请延期至 12-01 17:00')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '登记延期答复' }));
  const shown = await dialog();
  expect(shown.getByLabelText('来源同意的新时限')).toHaveProperty('value', '2026-12-01T17:00');
  await userEvent.click(shown.getByRole('radio', { name: '不同意' }));
  await userEvent.click(shown.getByRole('button', { name: '登记延期答复' }));
  await waitFor(() => {
    expect(sent[0]).toMatchObject({ version: 3, granted_due_at: null });
  });
});

test('before a reply only a withdrawn case is closed', async () => {
  open(sampleCase());
  await userEvent.click(await screen.findByRole('button', { name: '结案' }));
  const shown = await dialog();
  expect(shown.getAllByRole('radio')).toHaveLength(1);
  expect(shown.getByRole('radio', { name: '来源撤销' })).toHaveProperty('checked', true);
});

test('the sheet for the source says what was done, what proves it and who handled it', async () => {
  const replied = {
    seq: 44,
    verb: 'externalcase.replied',
    happened_at: Date.parse('2026-11-26T02:00:00Z'),
    recorded_at: Date.parse('2026-11-26T02:00:00Z'),
    person: { id: 'li', name: '李敏' },
    facts: { photos: '1' },
    texts: {},
  };
  const by = { id: 'li', name: '李敏' };
  open(
    sampleCase({
      stage: 'replied',
      reply: '路灯已修复',
      photos: [{ id: 'p1', cycle: 0, added_by: by, added_at: 0 }],
      timeline: [...sampleCase().timeline, replied],
    }),
  );
  await userEvent.click(await screen.findByRole('link', { name: '回复单' }));
  expect(await screen.findByText('外部转办事项回复单')).toBeTruthy();
  expect(screen.getByText('路灯已修复')).toBeTruthy();
  expect(screen.getByText('2026-11-26 10:00')).toBeTruthy();
  expect(screen.getByText('经办人：李敏')).toBeTruthy();
  expect(screen.getByAltText('佐证照片 1').getAttribute('src')).toBe(`${ONE}/photos/p1`);
  expect(screen.queryByText(/草稿/)).toBeNull();
});

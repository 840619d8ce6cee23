import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { expect, test } from 'vitest';
import { fakeServer } from '../testing/fakeServer';
import { DEMO_COMMUNITY, renderPage } from '../testing/renderPage';
import RegulationPage from './RegulationPage';
import { sampleDocument } from './sample';
import VersionPage from './VersionPage';

const C = `/api/c/${DEMO_COMMUNITY.id}/regulations`;
const SINCE = Date.UTC(2026, 10, 24, 1);
const VERSION = {
  version_id: 'v2',
  number: 2,
  digest: 'abc',
  published_at: SINCE,
  adopted_by: [{ post: 'desk', effective_at: SINCE }],
};
const READ = {
  regulation_id: 'reg-1',
  line: VERSION,
  source: '[regulation]',
  text: '',
  printed: '# 值班制度',
  document: sampleDocument(),
};

function answers() {
  fakeServer({
    [`GET ${C}/in-force`]: {
      items: [
        {
          post: 'desk',
          version_id: 'v2',
          regulation_id: 'reg-1',
          title: { zh: '值班制度', en: '' },
          effective_at: SINCE,
          next_version_id: 'v3',
          next_effective_at: SINCE + 86_400_000,
        },
      ],
      next_cursor: null,
    },
    [`GET ${C}`]: {
      items: [
        {
          regulation_id: 'reg-1',
          key: 'r01',
          title_zh: '值班制度',
          title_en: '',
          draft_state: 'in_review',
          versions: [VERSION],
        },
      ],
      next_cursor: null,
    },
    [`GET ${C}/versions/v2`]: READ,
  });
}

test('what is in force, what takes over, and the state of the draft stand on one page', async () => {
  answers();
  renderPage(<RegulationPage />, { community: { verbs: new Set(['read_regulation']) } });
  expect(await screen.findByRole('rowheader', { name: '前台' })).toBeTruthy();
  expect(screen.getByText('2026-11-25 09:00 起改用新版本')).toBeTruthy();
  expect(screen.getByText('修改稿 · 审核中')).toBeTruthy();
  expect(screen.getByText('前台 自 2026-11-24 09:00 起执行')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /新建草稿/ })).toBeNull();
});

test('a version is read with its shifts, deadlines and clauses; adopting needs the permission', async () => {
  answers();
  const page = (
    <Routes>
      <Route path="/c/:community/regulation/version/:version" element={<VersionPage />} />
    </Routes>
  );
  renderPage(page, { at: `/c/${DEMO_COMMUNITY.id}/regulation/version/v2` });
  expect(await screen.findByText('白班 08:30-17:30')).toBeTruthy();
  expect(screen.getByText('17:30-次日 08:30')).toBeTruthy();
  expect(screen.getByText('8 小时')).toBeTruthy();
  expect(screen.getByText('系统管控：在岗')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '选择执行岗位' })).toBeNull();
});

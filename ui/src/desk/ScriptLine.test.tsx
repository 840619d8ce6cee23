import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fakeServer } from '../testing/fakeServer';
import { DEMO_COMMUNITY, renderPage } from '../testing/renderPage';
import { ScriptLine } from './ScriptLine';

const PATH = `GET /api/c/${DEMO_COMMUNITY.id}/desk/scripts`;

const both = (zh: string) => ({ zh, en: zh });

test('the greeting stands in the line, the rest behind it with the clause', async () => {
  fakeServer({
    [PATH]: [
      {
        key: 'transfer',
        moment: both('转接来电'),
        text: both('大约等候 2 分钟'),
        clause: 'R12.10',
      },
      { key: 'greeting', moment: both('接听来电'), text: both('您好，演示小区客户服务中心') },
    ],
  });
  renderPage(<ScriptLine />);
  const line = await screen.findByText('话术');
  const summary = line.closest('summary');
  expect(summary?.textContent).toContain('您好，演示小区客户服务中心');
  expect(line.closest('details')?.open).toBe(false);
  await userEvent.click(line);
  expect(screen.getByText('大约等候 2 分钟').textContent).toContain('依据 R12.10');
});

test('a regulation without such sentences leaves no line', () => {
  fakeServer({ [PATH]: [] });
  renderPage(<ScriptLine />);
  expect(screen.queryByText('话术')).toBeNull();
});

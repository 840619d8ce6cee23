import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fakeServer } from '../testing/fakeServer';
import { DEMO_COMMUNITY, renderPage } from '../testing/renderPage';
import DayReportPage from './DayReportPage';
import { sampleReport } from './sample';

const PATH = `/api/c/${DEMO_COMMUNITY.id}/reports/day`;

test('the report says the day, who was late, what differed, what was missed, and the ledger', async () => {
  fakeServer({ [`GET ${PATH}`]: sampleReport() });
  renderPage(<DayReportPage />);
  expect(await screen.findByText('11月24日 09:00—次日 09:00')).toBeTruthy();
  expect(screen.queryByText(/进行中/)).toBeNull();
  expect(screen.getByText('迟到')).toBeTruthy();
  expect(screen.getByText('赵刚未签到')).toBeTruthy();
  expect(screen.getByText('22:00–22:18', { exact: false })).toBeTruthy();
  expect(screen.getByText('合计 18 分钟')).toBeTruthy();
  expect(screen.getByText('设备房钥匙：应有 6，实点 5（外借或在别处：维保人员借用）')).toBeTruthy();
  expect(screen.getByText('改期说明 11-24 23:30：夜间不宜停水')).toBeTruthy();
  const missed = within(screen.getByRole('region', { name: '超时事项' }));
  expect(missed.getByRole('link', { name: '工单派单' }).getAttribute('href')).toContain(
    'workorder/o1',
  );
  expect(missed.getByText('仍未办')).toBeTruthy();
  expect(screen.getByText('第 128 号')).toBeTruthy();
  expect(screen.getByText('db2f')).toBeTruthy();
});

test('the day before is asked for by its date, and a running day has no next one', async () => {
  const asked: string[] = [];
  fakeServer({
    [`GET ${PATH}`]: (request: Request) => {
      asked.push(new URL(request.url).search);
      return sampleReport({ complete: false });
    },
  });
  renderPage(<DayReportPage />);
  expect(await screen.findByText('进行中，截至 09:30')).toBeTruthy();
  expect(screen.getByRole('button', { name: '后一日' })).toHaveProperty('disabled', true);
  await userEvent.setup().click(screen.getByRole('button', { name: '前一日' }));
  await waitFor(() => {
    expect(asked).toEqual(['', '?date=2026-11-23']);
  });
});

test('a night that stands by the line says so, and nobody is missing', async () => {
  const report = sampleReport();
  const [desk] = report.posts;
  const night = desk?.duties.at(-1);
  if (!desk || !night) throw new Error('the sample has a night at the desk');
  const byLine = { ...night, no_sign_in: 'line_transfer' as const, signed_in: [] };
  fakeServer({ [`GET ${PATH}`]: { ...report, posts: [{ ...desk, duties: [byLine] }] } });
  renderPage(<DayReportPage />);
  expect(await screen.findByText('值班电话转接，不另签到')).toBeTruthy();
  expect(screen.queryByText(/未签到/)).toBeNull();
});

test('an empty day says so section by section', async () => {
  fakeServer({
    [`GET ${PATH}`]: sampleReport({
      posts: [],
      handovers: [],
      contacts: [],
      open_orders: [],
      missed: [],
      ledger: null,
    }),
  });
  renderPage(<DayReportPage />);
  expect(await screen.findByText('当天没有办理交接班')).toBeTruthy();
  expect(screen.getByText('当天没有超时事项')).toBeTruthy();
  expect(screen.getByText('台账还没有记录')).toBeTruthy();
});

test('a call for help says who called, whom it rang and who came', async () => {
  const call = {
    id: 'h',
    post_id: 'desk',
    post_name: '客户服务中心前台',
    caller_id: 'wang',
    caller_name: '王强',
    called_at: Date.UTC(2026, 10, 24, 13, 10),
    called: ['南门岗', '何静'],
    answers: [{ name: '陈勇', answered_at: Date.UTC(2026, 10, 24, 13, 11), answer: 'coming' }],
  };
  const unheard = { ...call, id: 'i', answers: [] };
  fakeServer({ [`GET ${PATH}`]: sampleReport({ help_calls: [call, unheard] }) });
  renderPage(<DayReportPage />);
  const section = within(await screen.findByRole('region', { name: '呼叫支援' }));
  expect(section.getAllByText('王强（客户服务中心前台）').length).toBe(2);
  expect(section.getByText('陈勇 21:11 马上到场')).toBeTruthy();
  expect(section.getByText('无人答复')).toBeTruthy();
});

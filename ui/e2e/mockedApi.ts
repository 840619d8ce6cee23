import type { Page } from '@playwright/test';

/** Every verb that opens something, so that the whole menu shows. */
const VERBS = [
  'read_desk',
  'take_contact',
  'hold_post',
  'sign_handover',
  'read_work_orders',
  'register_work_order',
  'dispatch_work_order',
  'read_roster',
  'read_coverage',
  'read_handover',
  'read_duty_log',
  'read_people',
  'read_regulation',
  'read_reports',
  'answer_alerts',
];

export const SESSION = {
  account_id: '01900000-0000-7000-8000-0000000000c1',
  session_id: '01900000-0000-7000-8000-0000000000d1',
  login: 'wangfang',
  name: '王芳',
  password_is_initial: false,
  has_pin: true,
  memberships: [
    ['01900000-0000-7000-8000-000000000001', '演示小区'],
    ['01900000-0000-7000-8000-000000000002', '湖畔花园'],
  ].map(([community_id, community_name]) => ({
    community_id,
    community_name,
    utc_offset_minutes: 480,
    person_id: '01900000-0000-7000-8000-0000000000a1',
    person_name: '王芳',
    roles: ['service_supervisor'],
    verbs: VERBS,
    gives: ['front_desk', 'repairer'],
  })),
};

export const COMMUNITY_PATH = `/c/01900000-0000-7000-8000-000000000001`;

/** 2026-11-23 18:42:07 in China. */
const NOW = Date.UTC(2026, 10, 23, 10, 42, 7);

const OFFER = {
  presets: [
    {
      key: 'r01',
      summary_zh:
        '物业中心：客服管理员值白班和中午，夜间由水电维修员在中心值班，离岗由秩序维护员代值',
      summary_en:
        'Service centre: clerks by day and at noon, a repairer at the centre by night, guards stand in',
    },
    {
      key: 'r08',
      summary_zh: '晚间前台下班后，值班电话转至南门岗',
      summary_en: 'In the evening the phone goes to the south gate',
    },
    {
      key: 'r19',
      summary_zh: '早、中、夜三班，每班 8 小时',
      summary_en: 'Three shifts of 8 hours',
    },
  ],
};

interface Mock {
  signedIn: boolean;
}

/** Stands in for the server, so that the frame can be looked at before any capability exists. */
export async function mockApi(page: Page, mock: Mock): Promise<void> {
  const headers = { 'X-Server-Now': String(NOW) };
  const problem = (status: number, code: string, detail: string) => ({
    status,
    headers,
    contentType: 'application/problem+json',
    body: JSON.stringify({ type: 'about:blank', title: '', status, code, detail, errors: [] }),
  });
  await page.route('**/api/**', async (route) => {
    const request = route.request();
    const line = `${request.method()} ${new URL(request.url()).pathname}`;
    if (line === 'GET /api/session') {
      if (!mock.signedIn) return route.fulfill(problem(401, 'sign_in_needed', ''));
      return route.fulfill({ headers, json: SESSION });
    }
    if (line === 'POST /api/session') {
      const body = request.postDataJSON() as { password: string };
      if (body.password !== 'correct-horse')
        return route.fulfill(problem(422, 'wrong_password', '账号或密码不正确，请核对后重试'));
      mock.signedIn = true;
      return route.fulfill({ headers, json: SESSION });
    }
    if (line === 'DELETE /api/session') {
      mock.signedIn = false;
      return route.fulfill({ status: 204, headers });
    }
    if (line === 'GET /api/setup') return route.fulfill({ headers, json: { needs_setup: false } });
    if (line === 'GET /api/setup/spent') return route.fulfill(problem(422, 'setup_link_spent', ''));
    if (line.startsWith('GET /api/setup/')) return route.fulfill({ headers, json: OFFER });
    if (line.startsWith('POST /api/setup/'))
      return route.fulfill({
        headers,
        json: { community_id: '01900000-0000-7000-8000-000000000001' },
      });
    if (line.endsWith('/events')) {
      return route.fulfill({ headers, contentType: 'text/event-stream', body: ': hello\n\n' });
    }
    if (line.endsWith('/alerts')) return route.fulfill({ headers, json: [] });
    if (line.endsWith('/posts') || line.endsWith('/staff'))
      return route.fulfill({ headers, json: [] });
    if (line.endsWith('/coverage'))
      return route.fulfill({ headers, json: { now_at: NOW, posts: [], people: [] } });
    return route.fulfill({ headers, json: { items: [], next_cursor: null } });
  });
}

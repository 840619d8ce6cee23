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
  name: '王芳',
  device_name: '前台电脑',
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
  })),
};

export const COMMUNITY_PATH = `/c/01900000-0000-7000-8000-000000000001`;

/** 2026-11-23 18:42:07 in China. */
const NOW = Date.UTC(2026, 10, 23, 10, 42, 7);

const OFFER = {
  demo_available: true,
  presets: [
    {
      code: 'r01',
      name: '经典值班制度',
      summary: '前台白班与夜间维修值班，24 小时有人，交接双方签字',
    },
    { code: 'r08', name: '晚间转接门岗', summary: '晚间前台下班后，值班电话转至南门岗' },
    { code: 'r19', name: '三班轮转', summary: '早、中、夜三班，每班 8 小时' },
    { code: 'r21', name: '留宿待命', summary: '夜间留宿，接到电话后限时到场' },
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
      if (!mock.signedIn) return route.fulfill(problem(401, 'unauthorized', ''));
      return route.fulfill({ headers, json: SESSION });
    }
    if (line === 'POST /api/session') {
      const body = request.postDataJSON() as { password: string };
      if (body.password !== 'correct-horse')
        return route.fulfill(problem(401, 'wrong_password', ''));
      mock.signedIn = true;
      return route.fulfill({ headers, json: SESSION });
    }
    if (line === 'DELETE /api/session') {
      mock.signedIn = false;
      return route.fulfill({ status: 204, headers });
    }
    if (line === 'GET /api/setup/spent') return route.fulfill(problem(404, 'not_found', ''));
    if (line.startsWith('GET /api/setup/')) return route.fulfill({ headers, json: OFFER });
    if (line.startsWith('POST /api/setup/'))
      return route.fulfill({ status: 201, headers, json: { sign_ins: [] } });
    if (line.endsWith('/events')) {
      return route.fulfill({ headers, contentType: 'text/event-stream', body: ': hello\n\n' });
    }
    return route.fulfill({ headers, json: { items: [], next_cursor: null } });
  });
}

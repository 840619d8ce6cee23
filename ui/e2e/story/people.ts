import type { APIRequestContext, Browser, Page } from '@playwright/test';
import type { StoryServer } from './server';

export const PASSWORD = 'duty-day-2026!';
export const PIN = '2468';

/** Login, name, role. */
export const CAST = [
  ['zhangli', '张丽', 'service_clerk'],
  ['limin', '李敏', 'service_clerk'],
  ['wuqian', '吴倩', 'front_desk'],
  ['wangqiang', '王强', 'repairer'],
  ['zhaogang', '赵刚', 'repairer'],
  ['chenyong', '陈勇', 'guard'],
  ['sunwei', '孙伟', 'guard'],
  ['hejing', '何静', 'service_supervisor'],
  ['liutao', '刘涛', 'shift_leader'],
  ['malan', '马兰', 'cleaning_foreman'],
] as const;

export type Login = (typeof CAST)[number][0] | 'manager';

const headers = { 'X-Zhishou': '1' };

/** One person with a browser of their own. */
export async function signedIn(browser: Browser, server: StoryServer, login: Login): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url });
  const data = { login, password: PASSWORD, device_name: 'browser' };
  const answer = await context.request.post('/api/session', { headers, data });
  if (!answer.ok()) throw new Error(`${login} cannot sign in: ${await answer.text()}`);
  return context.newPage();
}

/** Sends what an earlier page of the story has already shown to work. */
export async function send<T>(
  request: APIRequestContext,
  path: string,
  data: unknown,
  method = 'POST',
): Promise<T> {
  const answer = await request.fetch(path, { method, headers, data });
  const text = await answer.text();
  if (!answer.ok()) throw new Error(`${method} ${path}: ${text}`);
  return JSON.parse(text) as T;
}

/** Hires the cast and adds two homes, as the manager. */
export async function hire(request: APIRequestContext, community: string): Promise<void> {
  for (const [login, name, role] of CAST) {
    const staff = { name, joined_on: '2026-01-01', roles: [role] };
    const { id } = await send<{ id: string }>(request, `${community}/staff`, staff);
    const account = { person_id: id, login, password: PASSWORD, pin: PIN };
    await send(request, `${community}/accounts`, account);
  }
  await send(request, `${community}/rooms`, [
    {
      building: '3栋',
      unit: '2单元',
      number: '1201',
      residents: [{ name: '单雄信', phone: '13800001234', relation: 'owner' }],
    },
    {
      building: '5栋',
      unit: '1单元',
      number: '0802',
      residents: [{ name: '王秀英', phone: '13900005678', relation: 'owner' }],
    },
  ]);
}

import { expect } from '@playwright/test';
import { CAST, hire, PASSWORD, PIN, send } from './people';
import { handOver, putOff, signIn, takeRepair, wizardStep } from './acts';
import type { Story } from './story';

interface Roster {
  id: string;
  version: number;
  problems: { severity: string }[];
}

/** Friday the 20th: set-up in the browser, then the cast; the roster of November. */
export async function foundAndRoster(story: Story): Promise<void> {
  const first = await story.browser.newPage({ baseURL: story.server.url });
  await first.goto(story.server.setupPath);
  await first.getByLabel('小区名称').fill('和安花园');
  await first.getByRole('button', { name: '下一步' }).click();
  await first.getByRole('button', { name: '下一步' }).click();
  await first.getByLabel('姓名').fill('周建华');
  await first.getByLabel('账号').fill('manager');
  await first.getByLabel('手机号').fill('13800138000');
  await first.getByLabel('签名密码').fill(PIN);
  await first.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await first.getByLabel('再次输入密码').fill(PASSWORD);
  await first.getByRole('button', { name: '完成初始设置' }).click();
  await first.getByRole('link', { name: '进入小区' }).click();
  await expect(first).toHaveURL(/\/c\/[0-9a-f-]{36}/);
  story.path = /\/c\/[0-9a-f-]{36}/.exec(first.url())?.[0] ?? '';
  story.api = `/api${story.path}`;
  await hire(first.context().request, story.api);
  await first.context().close();
  await story.comes('hejing');
  await publish(story);
}

/** Who is put where on the days of the story; everybody else of the desk has nothing then. */
const PLAN: Record<string, Partial<Record<string, string[]>>> = {
  '2026-11-23': { zhaogang: ['night'], wangqiang: [] },
  '2026-11-24': {
    wuqian: ['day'],
    zhangli: ['noon'],
    wangqiang: ['night'],
    limin: [],
    zhaogang: [],
  },
  '2026-11-25': { limin: ['day'], zhangli: ['noon'], wuqian: [] },
};

/** The supervisor fills November in turn, puts the days of the story right, and publishes. */
async function publish(story: Story): Promise<void> {
  const { request } = story.of('hejing').context();
  const get = async <T>(path: string) => (await request.get(`${story.api}/${path}`)).json() as T;
  const posts = await get<{ id: string; key: string }[]>('posts');
  const staff = await get<{ id: string; name: string }[]>('staff');
  const idOf = (login: string) => {
    const name = CAST.find((one) => one[0] === login)?.[1];
    return staff.find((one) => one.name === name)?.id;
  };
  for (const post of posts) {
    const begun = { post_id: post.id, month: '2026-11' };
    let roster = await send<Roster>(request, `${story.api}/rosters`, begun);
    const at = `${story.api}/rosters/${roster.id}`;
    const filling = { method: 'rotate' };
    roster = await send(request, `${at}/fill`, { version: roster.version, filling });
    if (post.key === 'desk') {
      for (const [date, people] of Object.entries(PLAN)) {
        for (const [login, shifts] of Object.entries(people)) {
          const cell = { version: roster.version, person_id: idOf(login), date, shifts };
          roster = await send(request, `${at}/cells`, cell, 'PUT');
        }
      }
      if (!story.onPhone) {
        await publishOnScreen(story, post.id);
        continue;
      }
    }
    const confirmed = { version: roster.version, warnings_confirmed: true };
    await send(request, `${at}/publish`, confirmed);
  }
  const page = await story.open('hejing', `roster?month=2026-11`);
  await expect(page.getByRole('heading', { name: '排班表' })).toBeVisible();
  await story.look(page, 'roster');
}

/** Rosters are made at a PC: the warnings are read, then it is published. */
async function publishOnScreen(story: Story, post: string): Promise<void> {
  const page = await story.open('hejing', `roster?post=${post}&month=2026-11`);
  await page.getByRole('button', { name: '发布', exact: true }).click();
  const dialog = page.getByRole('dialog');
  const read = dialog.getByText('以上提醒已知悉');
  if (await read.isVisible()) await read.click();
  await dialog.getByRole('button', { name: '确认发布' }).click();
  await expect(page.getByText('已发布').first()).toBeVisible();
}

/** The 23rd: 赵刚 has the night; a dripping tap is put off to the morning. */
export async function nightBefore(story: Story): Promise<void> {
  await story.at('2026-11-23T17:15');
  const zhao = await story.comes('zhaogang');
  await signIn(story, 'zhaogang');
  await story.at('2026-11-23T22:05');
  await takeRepair(story, 'zhaogang', '3-2-1201', '厨房水龙头滴水');
  await putOff(story, 'zhaogang', '厨房水龙头滴水', '已请住户关闭角阀，约定明早上门');
  await story.look(zhao, 'order-deferred');
}

/** 08:45 sign-in, 09:00 handover on one screen: the tap becomes a slip before both sign. */
export async function firstMorning(story: Story): Promise<void> {
  await story.at('2026-11-24T08:44');
  const wu = await story.comes('wuqian');
  await story.comes('zhaogang');
  await signIn(story, 'wuqian');
  await story.look(wu, 'mine');
  await handOver(story, 'zhaogang', '吴倩', async (page) => {
    await wizardStep(page, '签字');
    await expect(page.getByRole('button', { name: '去处理' })).toBeVisible();
    await wizardStep(page, '遗留事项');
    await page.getByRole('button', { name: '确认转工单' }).click();
    await expect(page.getByText(/^转工单/)).toBeVisible();
    await story.look(page, 'handover-open');
  });
}

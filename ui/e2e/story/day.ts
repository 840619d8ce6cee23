import { expect } from '@playwright/test';
import { act, openOrder, pin, signIn, takeRepair } from './acts';
import type { Story } from './story';

/** A picture of one pixel, as a phone's camera would hand it over. */
const PHOTO = {
  name: 'lamp.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

/** 09:40: a call, dispatched, done with a photo, called back, put away; then a complaint. */
export async function day(story: Story): Promise<void> {
  await story.at('2026-11-24T09:40');
  await takeRepair(story, 'wuqian', '5-1-0802', '客厅灯不亮');
  await story.look(story.of('wuqian'), 'desk');
  const desk = await openOrder(story, 'wuqian', '客厅灯不亮');
  await act(desk, '派单', async (dialog) => {
    await dialog.getByLabel('处理人').click();
    await desk.getByTitle(/^王强/).last().click();
  });
  await expect(desk.getByText('已派单').first()).toBeVisible();
  await repairOnThePhone(story);
  await story.at('2026-11-24T11:00');
  await desk.reload();
  await act(desk, '回访', async (dialog) => {
    await dialog.getByText('满意', { exact: true }).first().click();
  });
  await expect(desk.getByText('已回访').first()).toBeVisible();
  await act(desk, '归档');
  await expect(desk.getByText('已归档').first()).toBeVisible();
  await story.look(desk, 'order-archived');
  await complain(story);
}

/** 王强's side: three taps and a photo. */
async function repairOnThePhone(story: Story): Promise<void> {
  await story.at('2026-11-24T09:43');
  await story.comes('wangqiang');
  const page = await openOrder(story, 'wangqiang', '客厅灯不亮');
  await story.look(page, 'order-dispatched');
  await act(page, '接单');
  await expect(page.getByText('已接单').first()).toBeVisible();
  await story.at('2026-11-24T10:05');
  await act(page, '到场');
  await expect(page.getByText('已到场').first()).toBeVisible();
  await page.locator('input[type=file]').first().setInputFiles(PHOTO);
  await page.getByRole('button', { name: '上传照片' }).click();
  await expect(page.getByRole('img', { name: '照片 1' })).toBeVisible();
  await story.at('2026-11-24T10:30');
  await act(page, '完工', async (dialog) => {
    await dialog.getByLabel('说明（可不填）').fill('更换灯管');
  });
  await expect(page.getByText('已完工').first()).toBeVisible();
}

/** A complaint by a visitor: the head is told, the first reply given, the work done. */
async function complain(story: Story): Promise<void> {
  await story.at('2026-11-24T11:10');
  const page = await story.open('wuqian', 'desk');
  await page.getByLabel('电话 / 房号 / 姓名 / 拼音').fill('shanxiongxin');
  await page
    .getByRole('button', { name: /选择此住户/ })
    .first()
    .click();
  await page.getByText('投诉', { exact: true }).first().click();
  await page.getByText('来访', { exact: true }).first().click();
  await page.getByLabel('内容', { exact: true }).fill('楼道堆放杂物，多次反映未清理');
  await page.getByRole('button', { name: /^登记（Ctrl/ }).click();
  await expect(page.getByText(/工单 TS\d+-\d+ 已开/).first()).toBeVisible();
  const desk = await openOrder(story, 'wuqian', '楼道堆放杂物');
  await act(desk, '派单', async (dialog) => {
    await dialog.getByLabel('处理人').click();
    await desk.getByTitle(/^何静/).last().click();
  });
  await story.comes('hejing');
  const he = await openOrder(story, 'hejing', '楼道堆放杂物');
  await act(he, '接单');
  await expect(he.getByText('已接单').first()).toBeVisible();
  await act(he, '告知部门负责人', async (dialog) => {
    await dialog.getByLabel('责任部门').fill('环境部');
  });
  await act(he, '首次答复', async (dialog) => {
    await dialog.getByLabel('说明（可不填）').fill('今天下午清理并张贴告示');
  });
  await act(he, '到场');
  await expect(he.getByText('已到场').first()).toBeVisible();
  await act(he, '完工', async (dialog) => {
    await dialog.getByLabel('说明（可不填）').fill('已清理，已张贴告示');
  });
  await expect(he.getByText('已完工').first()).toBeVisible();
  await story.look(he, 'complaint-done');
}

/** 11:30 and 13:30 on the shared screen of the desk. */
export async function afterNoon(story: Story): Promise<void> {
  await story.at('2026-11-24T11:20');
  await story.comes('zhangli');
  await signIn(story, 'zhangli');
  await story.at('2026-11-24T11:30');
  const wu = await story.open('wuqian', 'coverage');
  await story.look(wu, 'coverage');
  // She is present already; the line of the holder alone tells that she has taken the desk.
  const holder = wu.getByRole('main').locator('dt:text-is("当前责任人") + dd').first();
  await expect(holder).not.toContainText('张丽');
  await byPin(story, '张丽');
  await expect(holder).toContainText('张丽');
  await story.at('2026-11-24T13:30');
  await story.open('wuqian', 'mine');
  await story.of('wuqian').getByRole('button', { name: '换班接岗' }).first().click();
  await expect(story.of('wuqian').getByText('您是当前责任人').first()).toBeVisible();
}

/** 他人办理: who takes the desk says so by PIN on the screen of who holds it. */
async function byPin(story: Story, name: string): Promise<void> {
  const page = story.of('wuqian');
  await page.getByRole('button', { name: '他人办理' }).first().click();
  await page.getByRole('menuitem', { name: '换班接岗' }).click();
  const dialog = page.getByRole('dialog').last();
  const person = dialog.getByRole('radio', { name: new RegExp(name) });
  if (await person.isVisible()) await person.click();
  await pin(page);
}

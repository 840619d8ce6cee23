import { expect } from '@playwright/test';
import { carryMatters, handOver, putOff, signIn, takeRepair, wizardStep } from './acts';
import type { Story } from './story';

/** 17:15: a plant room key is not there; where it is must be said before both sign. */
export async function evening(story: Story): Promise<void> {
  await story.at('2026-11-24T14:45');
  for (const guard of ['chenyong', 'sunwei'] as const) {
    const page = await story.comes(guard);
    await page.goto(`${story.path}/mine`);
    await expect(page.getByRole('heading', { name: '我的值班' })).toBeVisible();
    await page.waitForLoadState('networkidle');
    if (await page.getByRole('button', { name: '到岗签到' }).first().isVisible()) {
      await signIn(story, guard);
      story.guard = guard;
      break;
    }
  }
  await story.at('2026-11-24T17:15');
  await story.comes('wangqiang');
  await story.comes('wuqian');
  await signIn(story, 'wangqiang');
  await handOver(story, 'wuqian', '王强', async (page) => {
    await wizardStep(page, '物品清点');
    await page.getByRole('button', { name: '设备房钥匙减一' }).click();
    await story.look(page, 'handover-items');
    await page.getByRole('button', { name: '保存，下一步' }).click();
    await wizardStep(page, '签字');
    await expect(page.getByText(/设备房钥匙.*应有 6/)).toBeVisible();
    await wizardStep(page, '物品清点');
    await page.getByLabel(/设备房钥匙.*(去向|损坏情况)/).fill('电梯维保人员借用，明早归还');
    await page.getByRole('button', { name: '保存，下一步' }).click();
    await wizardStep(page, '遗留事项');
    await carryMatters(page, '白班未办结，夜间继续跟进');
    await story.at('2026-11-24T17:30');
  });
}

/** 21:10 refused, 22:40 left first, 22:43 answered from the gate, 23:20 back, 23:30 put off. */
export async function night(story: Story): Promise<void> {
  await story.at('2026-11-24T21:10');
  const wang = await story.open('wangqiang', 'mine');
  await wang.getByRole('button', { name: '离岗', exact: true }).first().click();
  await expect(wang.getByText(/请发起代值/).first()).toBeVisible();
  await story.look(wang, 'leave-refused');

  await story.at('2026-11-24T22:40');
  await wang.reload();
  await wang.getByRole('button', { name: '紧急离岗' }).first().click();
  const why = wang.getByRole('dialog');
  await why.getByText('爆管跑水').click();
  await expect(why).toBeHidden();
  await expect(wang.getByText(/无人在位/).first()).toBeVisible();
  await story.look(wang, 'left-for-emergency');

  const guard = await story.comes(story.guard);
  await story.comes('liutao');
  const leader = await story.open('liutao', 'coverage');
  await expect(leader.getByText(/紧急离岗/).first()).toBeVisible();
  await story.look(leader, 'leader-alarm');
  await story.at('2026-11-24T22:43');
  await story.open(story.guard, 'mine');
  await expect(guard.getByText(/紧急离岗/).first()).toBeVisible();
  await story.look(guard, 'guard-asked');
  await guard.getByRole('button', { name: '接受代值（在本岗接听）' }).first().click();
  await expect(guard.getByRole('button', { name: '接受代值（在本岗接听）' })).toHaveCount(0);

  await story.at('2026-11-24T23:20');
  await wang.reload();
  await wang.getByRole('button', { name: /返岗/ }).first().click();
  await expect(wang.getByText('您是当前责任人').first()).toBeVisible();
  await story.at('2026-11-24T23:30');
  await takeRepair(story, 'wangqiang', '5-1-0802', '卫生间慢漏');
  await putOff(story, 'wangqiang', '卫生间慢漏', '夜间不宜停水，已与住户约定明早处理');
}

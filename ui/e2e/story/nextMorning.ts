import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { carryMatters, handOver, signIn, wizardStep } from './acts';
import type { Story } from './story';

/** 09:00 on the 25th: not signed before the slow leak is a slip. */
export async function nextMorning(story: Story): Promise<void> {
  await story.at('2026-11-25T08:42');
  await story.comes('limin');
  await story.comes('wangqiang');
  await signIn(story, 'limin');
  await handOver(story, 'wangqiang', '李敏', async (page) => {
    await wizardStep(page, '签字');
    await expect(page.getByRole('button', { name: '去处理' })).toBeVisible();
    await page.getByRole('button', { name: '去处理' }).click();
    const leak = page.locator('.zs-ho-matter', { hasText: '卫生间慢漏' });
    await leak.getByRole('button', { name: '确认转工单' }).click();
    await expect(leak.getByText(/^转工单/)).toBeVisible();
    await carryMatters(page, '按约定时间继续办理', '卫生间慢漏');
    await story.at('2026-11-25T09:00');
  });
}

/** The day report, the duty log, and the ledger verified at the command line. */
export async function record(story: Story): Promise<void> {
  await story.at('2026-11-25T09:30');
  await story.comes('manager');
  const page = await story.open('manager', 'reports/day?date=2026-11-24');
  await expect(page.getByText('设备房钥匙').first()).toBeVisible();
  await expect(page.getByText(/40 ?分钟/).first()).toBeVisible();
  await story.look(page, 'day-report');
  const log = await story.open('manager', 'dutylog?date=2026-11-24');
  await expect(log.getByText(/紧急离岗/).first()).toBeVisible();
  await story.look(log, 'dutylog');
  for (const place of ['handover', 'people', 'regulation', 'accounts', 'account', 'workorder']) {
    await story.look(await story.open('manager', place), `manager-${place}`);
  }
  const { binary, dataDir } = story.server;
  const said = execFileSync(binary, ['ledger', 'verify', '--data-dir', dataDir]).toString();
  test.info().annotations.push({ type: 'ledger', description: said });
  expect(said).toMatch(/intact|clean|完整/);
}

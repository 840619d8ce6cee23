import { expect } from '@playwright/test';
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

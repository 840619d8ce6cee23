import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { spaced } from './acts';
import type { Story } from './story';

/** The day report and the duty log; then every other page, seen by the manager. */
export async function dayReport(story: Story): Promise<void> {
  await story.at('2026-11-25T09:30');
  await story.comes('manager');
  const page = await story.open('manager', 'reports/day?date=2026-11-24');
  await expect(page.getByText('设备房钥匙').first()).toBeVisible();
  await expect(page.getByText(/40 ?分钟/).first()).toBeVisible();
  await story.look(page, 'day-report');
  const log = await dutyLog(story);
  await story.look(log, 'dutylog');
  for (const place of ['handover', 'people', 'regulation', 'accounts', 'account', 'workorder']) {
    await story.look(await story.open('manager', place), `manager-${place}`);
  }
}

/** Clean, then lawfully erased, then altered by one byte: the command line names each. */
export async function verified(story: Story): Promise<void> {
  const clean = verify(story);
  expect(clean.said).toContain('intact');
  expect(clean.said).not.toContain('erased');
  expect(clean.status).toBe(0);

  await eraseContact(story, '客厅灯不亮');
  const erased = verify(story);
  expect(erased.said).toMatch(/entry \d+: “content” was erased by the privacy procedure/);
  expect(erased.said).toContain('intact');
  expect(erased.status).toBe(0);

  const log = await dutyLog(story);
  const emergency = log.locator('.zs-log-row', { hasText: '紧急离岗' }).last();
  const seq = /第 (\d+) 号/.exec((await emergency.locator('.zs-log-seq').textContent()) ?? '')?.[1];
  await story.close();
  alterOneByte(story);
  const altered = verify(story);
  expect(altered.said).toContain(`entry ${String(seq)} was ALTERED`);
  expect(altered.said).not.toContain('intact');
  expect(altered.status).toBe(1);
}

async function dutyLog(story: Story): Promise<Page> {
  const log = await story.open('manager', 'dutylog?date=2026-11-24');
  await expect(log.getByText(/紧急离岗/).first()).toBeVisible();
  return log;
}

/** The resident wrote to have what they told the desk deleted; the number stays. */
async function eraseContact(story: Story, content: string): Promise<void> {
  const page = await story.open('manager', 'desk');
  await page.locator('.zs-desk-head').getByText('全部', { exact: true }).click();
  const row = page.locator('.zs-desk-contact', { hasText: content });
  const number = await row.locator('.zs-desk-contact-foot > span').first().textContent();
  await row.getByRole('button', { name: /更多操作/ }).click();
  await page.getByRole('menuitem', { name: '依法删除个人信息' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('删除事由').fill('住户来函要求删除');
  await dialog.getByRole('button', { name: spaced('永久删除') }).click();
  await expect(dialog).toBeHidden();
  const emptied = page.locator('.zs-desk-contact', { hasText: number ?? '' });
  await expect(emptied.getByText('个人信息已依法删除')).toBeVisible();
  await story.look(page, 'desk-erased');
}

function verify(story: Story): { said: string; status: number | null } {
  const { binary, dataDir } = story.server;
  const { stdout, status } = spawnSync(binary, ['ledger', 'verify', '--data-dir', dataDir], {
    encoding: 'utf8',
  });
  test.info().annotations.push({ type: 'ledger', description: stdout });
  return { said: stdout, status };
}

/**
 * Whoever can write to the disk changes who left the post: one byte of the entry's body, in the
 * file itself. The row holds the verb first and its body after it.
 */
function alterOneByte(story: Story): void {
  const file = join(story.server.dataDir, 'zhishou.db');
  const bytes = readFileSync(file);
  const found = /coverage\.left_for_emergency[^{]{0,200}\{[^}]*?"person/s.exec(
    bytes.toString('latin1'),
  );
  if (!found) throw new Error('the file holds no entry of the emergency');
  const last = found.index + found[0].length - 1;
  bytes.writeUInt8(bytes.readUInt8(last) ^ 1, last);
  writeFileSync(file, bytes);
}

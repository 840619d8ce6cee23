import { expect, type Page } from '@playwright/test';
import { PIN, type Login } from './people';
import type { Story } from './story';

/** 到岗签到, on one's own device. */
export async function signIn(story: Story, login: Login): Promise<void> {
  const page = await story.open(login, 'mine');
  await page.getByRole('button', { name: '到岗签到' }).first().click();
  await expect(page.getByText('已签到').first()).toBeVisible();
}

/** Takes a call down and opens its order in the same act. */
export async function takeRepair(
  story: Story,
  login: Login,
  room: string,
  content: string,
): Promise<void> {
  const page = await story.open(login, 'desk');
  await page.getByLabel('电话 / 房号 / 姓名 / 拼音').fill(room);
  await page
    .getByRole('button', { name: /选择此住户/ })
    .first()
    .click();
  await page.getByText('报修', { exact: true }).first().click();
  await page.getByLabel('内容', { exact: true }).fill(content);
  await page.getByRole('button', { name: /^登记（Ctrl/ }).click();
  await expect(page.getByText(/工单 BX\d+-\d+ 已开/).first()).toBeVisible();
}

/** Opens an order by what it is about. */
export async function openOrder(story: Story, login: Login, content: string): Promise<Page> {
  const page = await story.open(login, 'workorder');
  const mine = page.getByRole('switch', { name: '我的工单' });
  await expect(mine).toBeVisible();
  if (await mine.isChecked()) await mine.click();
  await page.getByText(content).first().click();
  await expect(page).toHaveURL(/workorder\/[0-9a-f-]{36}/);
  return page;
}

/** Presses an act of an order; with `words`, fills what its dialog asks and confirms. */
export async function act(
  page: Page,
  name: string,
  words?: (dialog: ReturnType<Page['getByRole']>) => Promise<void>,
): Promise<void> {
  const main = page.getByRole('main');
  const plain = main.getByRole('button', { name: spaced(name) });
  const more = main.getByRole('button', { name: spaced('更多') });
  // The page may still be showing the stage before: look again until the act is offered.
  await expect(async () => {
    await expect(plain.or(more).first()).toBeVisible();
    if (await plain.first().isVisible()) {
      await plain.first().click({ timeout: 2_000 });
      return;
    }
    await more.click({ timeout: 2_000 });
    await page.getByRole('menuitem', { name, exact: true }).click({ timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
  if (!words) return;
  const dialog = page.getByRole('dialog');
  await words(dialog);
  await dialog.getByRole('button', { name: spaced(name) }).click();
  await expect(dialog).toBeHidden();
}

/**
 * The name of a button: the component library sets a space between two characters, and an icon,
 * such as that of loading, says its own name before.
 */
export function spaced(words: string): RegExp {
  return new RegExp(`^(\\S+ )?${[...words].join('\\s?')}$`);
}

/** Accepts an order and puts it off with what the resident was told. */
export async function putOff(
  story: Story,
  login: Login,
  content: string,
  explanation: string,
): Promise<void> {
  const page = await openOrder(story, login, content);
  await act(page, '接单');
  await expect(page.getByText('已接单').first()).toBeVisible();
  await act(page, '改期处理', async (dialog) => {
    await dialog.getByLabel('向住户说明').fill(explanation);
  });
  await expect(page.getByText(explanation).first()).toBeVisible();
}

/** Goes to a step of the handover wizard. */
export async function wizardStep(page: Page, step: string): Promise<void> {
  await page
    .getByRole('navigation', { name: '交接步骤' })
    .getByRole('button', { name: new RegExp(step) })
    .click();
}

/** The PIN dialog when it asks one person. */
export async function pin(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog').last();
  await dialog.getByLabel(/签名密码/).fill(PIN);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

/**
 * Hands the desk over on the screen of the outgoing person: everything as expected, then what
 * `special` does, then both sign.
 */
export async function handOver(
  story: Story,
  outgoing: Login,
  incoming: string,
  special: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await story.open(outgoing, 'handover');
  await page.getByRole('button', { name: '办理交接班' }).first().click();
  await page.getByRole('button', { name: '开始办理' }).click();
  await wizardStep(page, '物品清点');
  await page.getByRole('button', { name: '与接班时一致' }).click();
  for (const fits of await page.getByRole('button', { name: / 相符$/ }).all()) await fits.click();
  await page.getByRole('button', { name: '保存，下一步' }).click();
  await page.getByRole('button', { name: /其余 \d+ 项均正常/ }).click();
  await expect(page.getByRole('button', { name: /其余 \d+ 项均正常/ })).toBeHidden();
  // What the incoming person looks at is confirmed by their own PIN.
  const theirs = page.getByRole('button', { name: new RegExp(`${incoming}确认：\\d+ 项均正常`) });
  await theirs.click();
  await pin(page);
  await expect(theirs).toBeHidden();
  await wizardStep(page, '接班人状态');
  await page.getByRole('button', { name: '状态良好，可以上岗' }).click();
  await pin(page);
  await expect(page.getByText(new RegExp(`${incoming}于 .* 确认：状态良好`))).toBeVisible();
  await special(page);
  await wizardStep(page, '签字');
  await expect(page.getByText('各项已齐备，可以签字')).toBeVisible();
  const sign = page.locator('.zs-ho-signature').getByRole('button', { name: /签\s?字$/ });
  for (const left of [2, 1]) {
    await expect(sign).toHaveCount(left);
    await sign.first().click();
    await pin(page);
  }
  await expect(page.getByText(`交接完成，${incoming}现为责任人`)).toBeVisible();
}

/** Carries every open matter with one reason, each on its own line; `except` is left out. */
export async function carryMatters(page: Page, reason: string, except?: string): Promise<void> {
  const lines = page.locator('.zs-ho-matter');
  await expect(lines.first()).toBeVisible();
  const carried = except === undefined ? lines : lines.filter({ hasNotText: except });
  for (const line of await carried.all()) {
    await line.getByRole('button', { name: '遗留下一班', exact: true }).click();
    await line.getByLabel('遗留原因').fill(reason);
    await line.getByRole('button', { name: spaced('确定') }).click();
    await expect(line.getByText(/^遗留：/)).toBeVisible();
  }
}

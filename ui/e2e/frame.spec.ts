import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { COMMUNITY_PATH, mockApi } from './mockedApi';

/** Screenshots are kept only when asked for: SHOTS=folder. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (!folder) return;
  await page.screenshot({ path: `${folder}/${name}-${test.info().project.name}.png` });
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter((one) => one.impact === 'serious' || one.impact === 'critical');
  expect(grave.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);
}

async function expectTouchTargets(page: Page): Promise<void> {
  if (test.info().project.name !== 'phone') return;
  const small = await page.$$eval(
    'button, a[href], input:not([type=hidden]):not([type=radio])',
    (all) =>
      all
        .filter((one) => one.checkVisibility() && !one.closest('.zs-sr-only, .zs-skip'))
        .map((one) => ({
          html: one.outerHTML.slice(0, 90),
          height: (one.closest('.ant-input-affix-wrapper') ?? one).getBoundingClientRect().height,
        }))
        .filter((one) => one.height < 43.5),
  );
  expect(small).toEqual([]);
}

test('a wrong password is explained, the right one opens the wanted place', async ({ page }) => {
  await mockApi(page, { signedIn: false });
  await page.goto(`${COMMUNITY_PATH}/more`);
  await expect(page.getByRole('heading', { name: '欢迎使用值守' })).toBeVisible();
  await expectAccessible(page);
  await expectTouchTargets(page);
  await shot(page, 'sign-in');
  await page.getByLabel('手机号或账号').fill('１３８ 1234-5678');
  await page.getByLabel('密码').fill('wrong');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '密码不正确' })).toBeVisible();
  await shot(page, 'sign-in-wrong');

  const sent = page.waitForRequest((request) => request.method() === 'POST');
  await page.getByLabel('密码').fill('correct-horse');
  await page.getByRole('button', { name: '登录' }).click();
  const request = await sent;
  expect(request.postDataJSON()).toMatchObject({ login: '13812345678' });
  expect(request.headers()).toMatchObject({ 'x-zhishou': '1' });
  expect(request.headers()['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
  await expect(page).toHaveURL(new RegExp(`${COMMUNITY_PATH}/more$`));
  await expect(page.getByRole('heading', { name: '更多功能' })).toBeVisible();
});

test('the frame of the pages is accessible and speaks both languages', async ({ page }) => {
  await mockApi(page, { signedIn: true });
  await page.goto(`${COMMUNITY_PATH}/more`);
  await expect(page.getByRole('heading', { name: '更多功能' })).toBeVisible();
  await expect(page.getByRole('timer', { name: '服务器时间' })).toContainText('18:42');
  await expectAccessible(page);
  await expectTouchTargets(page);
  await shot(page, 'frame');
  await page.getByRole('button', { name: 'English' }).first().click();
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await shot(page, 'frame-en');
  await page.reload();
  await expect(page.getByRole('button', { name: '中文' }).first()).toBeVisible();
});

test('signing out takes the page away and asks for a password', async ({ page }) => {
  await mockApi(page, { signedIn: true });
  await page.goto(`${COMMUNITY_PATH}/more`);
  await page.getByRole('main').getByRole('button', { name: '退出登录' }).click();
  await expect(page.getByRole('heading', { name: '欢迎使用值守' })).toBeVisible();
});

test('set-up goes through its three steps and sends what was typed', async ({ page }) => {
  await mockApi(page, { signedIn: false });
  await page.goto('/setup/once');
  await expect(page.getByRole('heading', { name: '初始设置' })).toBeVisible();
  await page.getByRole('button', { name: '下一步' }).click();
  await expect(page.getByText('请填写小区名称')).toBeVisible();
  await page.getByLabel('小区名称').fill('演示小区');
  await shot(page, 'setup-1');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText('值班电话转至南门岗').click();
  await expect(page.getByText('请填写小区名称')).toHaveCount(0);
  await expectAccessible(page);
  await shot(page, 'setup-2');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('姓名').fill('李建国');
  await page.getByLabel('账号').fill('admin');
  await page.getByLabel('手机号').fill('+86 138 1234 5678');
  await page.getByLabel('签名密码').fill('2580');
  await page.getByLabel('密码', { exact: true }).fill('correct-horse');
  await page.getByLabel('再次输入密码').fill('correct-house');
  await page.getByRole('button', { name: '完成初始设置' }).click();
  await expect(page.getByText('两次输入的密码不一致')).toBeVisible();
  await page.getByLabel('再次输入密码').fill('correct-horse');
  // The message fades out; its contrast on the way says nothing.
  await expect(page.getByText('两次输入的密码不一致')).toHaveCount(0);
  await expectAccessible(page);
  await expectTouchTargets(page);
  await shot(page, 'setup-3');
  const sent = page.waitForRequest((request) => request.method() === 'POST');
  await page.getByRole('button', { name: '完成初始设置' }).click();
  expect((await sent).postDataJSON()).toEqual({
    community_name: '演示小区',
    preset: 'r08',
    administrator: {
      name: '李建国',
      login: 'admin',
      phone: '13812345678',
      password: 'correct-horse',
      pin: '2580',
    },
  });
  await expect(page.getByRole('heading', { name: '初始设置完成' })).toBeVisible();
  await expect(page.getByRole('link', { name: '进入小区' })).toHaveAttribute(
    'href',
    COMMUNITY_PATH,
  );
});

test('a spent set-up link says what to do', async ({ page }) => {
  await mockApi(page, { signedIn: false });
  await page.goto('/setup/spent');
  await expect(page.getByText('初始设置链接无效或已过期')).toBeVisible();
});

import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { signedIn, type Login } from './people';
import { startServer, type StoryServer } from './server';

/** The server, and the browsers of the people of the story. */
export class Story {
  /** What went wrong in any page's script. */
  readonly errors: string[] = [];
  /** Where the community's pages begin, `/c/…`. */
  path = '';
  /** The guard whom the roster has at the gate in the evening. */
  guard: Login = 'sunwei';
  /** Where its operations begin, `/api/c/…`. */
  api = '';
  private readonly pages = new Map<Login, Page>();

  private constructor(
    readonly browser: Browser,
    readonly server: StoryServer,
  ) {}

  static async begin(browser: Browser): Promise<Story> {
    const server = await startServer(18_900 + test.info().workerIndex);
    await server.clock('2026-11-20T10:00');
    return new Story(browser, server);
  }

  /** Everybody goes home, then the server ends; its data stay. */
  async close(): Promise<void> {
    for (const page of this.pages.values()) await page.context().close();
    this.pages.clear();
    await this.server.halt();
  }

  async end(): Promise<void> {
    await this.close();
    this.server.remove();
  }

  get onPhone(): boolean {
    return test.info().project.name === 'phone';
  }

  /** Somebody comes with their own browser, signed in anew. */
  async comes(login: Login): Promise<Page> {
    await this.pages.get(login)?.context().close();
    const page = await signedIn(this.browser, this.server, login);
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('console', (message) => {
      // A refusal that the story asks for is shown to the user and logged by the browser.
      if (message.type() === 'error' && !message.text().includes('the server responded'))
        this.errors.push(message.text());
    });
    this.pages.set(login, page);
    return page;
  }

  of(login: Login): Page {
    const page = this.pages.get(login);
    if (!page) throw new Error(`${login} has not come yet`);
    return page;
  }

  /** Opens a page of the community. */
  async open(login: Login, place: string): Promise<Page> {
    const page = this.of(login);
    await page.goto(`${this.path}/${place}`);
    return page;
  }

  /** The clock is set; open pages hear of it by their next answer. */
  async at(local: string): Promise<void> {
    await this.server.clock(local);
  }

  /** Looked at by axe, and kept as a picture when asked for by SHOTS. */
  async look(page: Page, name: string): Promise<void> {
    await expect(page.getByText('正在加载…').or(page.locator('.ant-skeleton'))).toHaveCount(0);
    const folder = process.env.SHOTS;
    if (folder) {
      const path = `${folder}/${name}-${test.info().project.name}.png`;
      await page.screenshot({ path, fullPage: true });
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    const grave = violations.filter((one) => ['serious', 'critical'].includes(one.impact ?? ''));
    const told = grave.map((one) => `${name}: ${one.id} ${one.nodes[0]?.html ?? ''}`);
    expect.soft(told).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
  }
}

import { expect, test } from '@playwright/test';
import { Story } from './story';
import { afterNoon, day } from './day';
import { evening, night } from './night';
import { nextMorning } from './nextMorning';
import { dayReport, verified } from './record';
import { firstMorning, foundAndRoster, nightBefore } from './morning';

/**
 * One community takes R01, publishes its roster and lives a day and a night in the browser. The
 * same story is told over HTTP on both engines in the server's tests; here people click it.
 */
test('one community lives one duty day', async ({ browser }) => {
  test.setTimeout(600_000);
  const story = await Story.begin(browser);
  try {
    await test.step('set-up and roster', () => foundAndRoster(story));
    await test.step('the night before leaves a tap', () => nightBefore(story));
    await test.step('08:45 sign-in, 09:00 handover', () => firstMorning(story));
    await test.step('a repair goes all the way, a complaint', () => day(story));
    await test.step('noon by one tap', () => afterNoon(story));
    await test.step('17:15 a key is missing', () => evening(story));
    await test.step('21:10, 22:40, 23:30', () => night(story));
    await test.step('the next morning', () => nextMorning(story));
    await test.step('day report', () => dayReport(story));
    await test.step('clean, erased, altered', () => verified(story));
    expect(story.errors).toEqual([]);
  } finally {
    await story.end();
  }
});

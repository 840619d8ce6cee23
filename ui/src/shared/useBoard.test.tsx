import { act } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeServer } from '../testing/fakeServer';
import { DEMO_COMMUNITY, renderPage } from '../testing/renderPage';
import { BOARD_AGES_MS, useBoard } from './useBoard';

function Names() {
  return (
    <p>
      {useBoard()
        .data?.posts.map((post) => post.name)
        .join(' ')}
    </p>
  );
}

afterEach(() => {
  vi.useRealTimers();
});

test('the posts are asked for again although nothing happened', async () => {
  vi.useFakeTimers();
  const server = fakeServer({ [`GET /api/c/${DEMO_COMMUNITY.id}/coverage`]: { posts: [] } });
  renderPage(<Names />, { community: { verbs: new Set(['read_coverage']) } });
  const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
  await pass(100);
  expect(server).toHaveBeenCalledTimes(1);
  await pass(BOARD_AGES_MS);
  expect(server).toHaveBeenCalledTimes(2);
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeServer, Refusal } from '../testing/fakeServer';
import { actHeaders, api, ok, Problem, sendRaw } from './api';
import { serverClock } from './clock';
import { sessionLost } from './sessionLost';

afterEach(() => {
  vi.unstubAllGlobals();
  sessionLost.mend();
});

const SIGN_IN = { login: 'a', password: 'b', device_name: 'c' };

describe('api', () => {
  it('marks writes, gives each its own act id, and keeps a given one', async () => {
    const sent = fakeServer({ 'POST /api/session': {}, 'GET /api/session': {} });
    await ok(api.POST('/api/session', { body: SIGN_IN }));
    await ok(api.POST('/api/session', { body: SIGN_IN }));
    await ok(api.POST('/api/session', { body: SIGN_IN, headers: actHeaders('mine') }));
    await ok(api.GET('/api/session'));
    const [first, second, third, read] = sent.mock.calls.map(([request]) => request.headers);
    expect(first?.get('X-Zhishou')).toBe('1');
    expect(first?.get('Accept-Language')).toBe('zh-CN');
    expect(first?.get('Idempotency-Key')).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
    expect(second?.get('Idempotency-Key')).not.toBe(first?.get('Idempotency-Key'));
    expect(third?.get('Idempotency-Key')).toBe('mine');
    expect(read?.has('X-Zhishou')).toBe(false);
    expect(sent.mock.calls[0]?.[0].credentials).toBe('same-origin');
  });

  it('sets the server clock from a refusal as well', async () => {
    fakeServer({ 'GET /api/session': new Refusal(401, { code: 'unauthorized' }) });
    await expect(ok(api.GET('/api/session'))).rejects.toBeInstanceOf(Problem);
    expect(serverClock.isSet).toBe(true);
    expect(Math.abs(serverClock.now() - Date.now())).toBeLessThan(5000);
  });

  it('notices an ended session, but not in a wrong password', async () => {
    const refusal = new Refusal(401, { code: 'unauthorized' });
    fakeServer({
      'POST /api/session': refusal,
      'GET /api/setup/x': refusal,
      'PUT /api/photo': refusal,
    });
    await expect(ok(api.POST('/api/session', { body: SIGN_IN }))).rejects.toMatchObject({
      status: 401,
    });
    expect(sessionLost.isLost()).toBe(false);
    await expect(
      ok(api.GET('/api/setup/{token}', { params: { path: { token: 'x' } } })),
    ).rejects.toMatchObject({ status: 401 });
    expect(sessionLost.isLost()).toBe(true);
    sessionLost.mend();
    await expect(sendRaw('PUT', '/api/photo', 'x')).rejects.toMatchObject({ status: 401 });
    expect(sessionLost.isLost()).toBe(true);
  });

  it('says that no answer came', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(ok(api.GET('/api/session'))).rejects.toMatchObject({ status: 0, code: 'network' });
    await expect(sendRaw('POST', '/api/photo', 'x')).rejects.toMatchObject({ code: 'network' });
  });
});

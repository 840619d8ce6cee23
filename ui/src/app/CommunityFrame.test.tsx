import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App, ConfigProvider } from 'antd';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, expect, it, vi } from 'vitest';
import { usePin } from '../shared/pin';
import { Problem } from '../shared/problem';
import { fakeServer } from '../testing/fakeServer';
import { DEMO_COMMUNITY } from '../testing/renderPage';
import { createQueryClient, routesOf } from './App';

const ME = { id: DEMO_COMMUNITY.personId, name: '王芳' };
const LI = { id: '01900000-0000-7000-8000-0000000000a2', name: '李建国' };

function SigningPage() {
  const askPin = usePin();
  const submit = () => Promise.reject(new Problem({ status: 422, code: 'pin_not_set' }));
  return <button onClick={() => void askPin({ persons: [ME, LI], submit })}>交接签字</button>;
}

const pages = [
  {
    routes: [
      { path: 'signing', page: () => Promise.resolve({ default: SigningPage }) },
      { path: 'account', page: () => Promise.resolve({ default: () => <p>本人账号</p> }) },
    ],
  },
];

/** The routes as the application has them, at a page that asks for a signature. */
function openSigning() {
  class NoEvents {
    close = () => undefined;
  }
  vi.stubGlobal('EventSource', NoEvents);
  fakeServer({
    'GET /api/session': {
      account_id: 'a1',
      name: '王芳',
      memberships: [
        {
          community_id: DEMO_COMMUNITY.id,
          community_name: DEMO_COMMUNITY.name,
          utc_offset_minutes: 480,
          person_id: ME.id,
          person_name: ME.name,
          roles: [],
          verbs: [],
          gives: [],
        },
      ],
    },
  });
  const at = `/c/${DEMO_COMMUNITY.id}/signing`;
  const router = createMemoryRouter(routesOf(pages), { initialEntries: [at] });
  render(
    <ConfigProvider theme={{ token: { motion: false } }} button={{ autoInsertSpace: false }}>
      <App>
        <QueryClientProvider client={createQueryClient()}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>,
  );
}

async function signAs(name: string) {
  await userEvent.click(await screen.findByRole('radio', { name }));
  await userEvent.type(await screen.findByLabelText(/签名密码（/), '2580{Enter}');
  await screen.findByText(/此人还没有设置签名密码/);
}

afterEach(() => {
  vi.unstubAllGlobals();
});

it('leads who has no PIN yet to their own account', async () => {
  openSigning();
  await userEvent.click(await screen.findByRole('button', { name: '交接签字' }));
  await signAs(LI.name);
  expect(screen.queryByRole('link', { name: /我的账号/ })).toBeNull();
  await signAs(ME.name);
  await userEvent.click(await screen.findByRole('link', { name: /我的账号/ }));
  expect(await screen.findByText('本人账号')).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
});

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, type RenderResult } from '@testing-library/react';
import { App, ConfigProvider } from 'antd';
import type { ReactElement } from 'react';
import { MemoryRouter } from 'react-router';
import { CommunityContext, type Community } from '../shared/community';
import { PinProvider } from '../shared/PinProvider';

export const DEMO_COMMUNITY: Community = {
  id: '01900000-0000-7000-8000-000000000001',
  name: '演示小区',
  utcOffsetMinutes: 480,
  personId: '01900000-0000-7000-8000-0000000000a1',
  personName: '王芳',
  roles: ['front_desk'],
  verbs: new Set(['read_desk', 'take_contact', 'hold_post', 'sign_handover', 'read_work_orders']),
  gives: new Set(['front_desk']),
};

interface Options {
  /** The address inside the application. */
  at?: string;
  community?: Partial<Community>;
}

/** Renders a page with all that it may rely on: router, queries, community, PIN dialog, antd. */
export function renderPage(page: ReactElement, options: Options = {}): RenderResult {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <ConfigProvider theme={{ token: { motion: false } }} button={{ autoInsertSpace: false }}>
      <App>
        <QueryClientProvider client={queries}>
          <MemoryRouter initialEntries={[options.at ?? `/c/${DEMO_COMMUNITY.id}`]}>
            <CommunityContext value={{ ...DEMO_COMMUNITY, ...options.community }}>
              <PinProvider>{page}</PinProvider>
            </CommunityContext>
          </MemoryRouter>
        </QueryClientProvider>
      </App>
    </ConfigProvider>,
  );
}

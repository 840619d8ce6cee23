/**
 * The application: providers, routes and the gate of signing in.
 *
 * How a capability adds pages. Nothing here changes; put into `src/<capability>/`:
 *  1. `routes.tsx`, whose default export is a `Capability` (see `capability.ts`): its lazy pages, its
 *     menu entries, and if it has them a header slot, a banner and keys that work everywhere.
 *  2. `zh.ts` and `en.ts`, default exports of nested words; `en` is typed `typeof zh`. They are found
 *     under the folder's name: `t('desk.menu')`.
 *  3. Pages with a default export, framed by `shared/Page`, asking through `shared/api` with
 *     `communityKey(...)` as query key and `meta: { subjects: [...] }` for live renewal.
 * Until a capability has a page it has no `routes.tsx` and does not appear in the menu.
 */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createBrowserRouter, RouterProvider, type RouteObject } from 'react-router';
import { SessionGate } from '../access/SessionGate';
import { Problem } from '../shared/problem';
import { useIsPhone } from '../shared/useIsPhone';
import { antdLocale, type AntdLocale } from './antdLocale';
import { capabilities, type Capability } from './capability';
import { CommunityFrame, HomeRedirect } from './CommunityFrame';
import { PageError } from './PageError';
import { MayOpen } from './MayOpen';
import { StartPage } from './StartPage';
import { NotFound } from './NotFound';
import { themeFor } from './theme';

export function routesOf(from: readonly Capability[]): RouteObject[] {
  const pages: RouteObject[] = from
    .flatMap((capability) => capability.routes)
    .map(({ path, page, verb }) => ({
      path,
      errorElement: <PageError />,
      lazy: async () => {
        const Shown = (await page()).default;
        return {
          element: (
            <MayOpen verb={verb}>
              <Shown />
            </MayOpen>
          ),
        };
      },
    }));
  return [
    {
      path: '/setup/:token',
      HydrateFallback: Opening,
      errorElement: <PageError />,
      lazy: async () => ({ Component: (await import('../access/SetupPage')).default }),
    },
    {
      element: <SessionGate />,
      HydrateFallback: Opening,
      errorElement: <PageError />,
      children: [
        { index: true, element: <StartPage /> },
        {
          path: '/c/:community',
          element: <CommunityFrame capabilities={from} />,
          children: [
            { index: true, element: <HomeRedirect capabilities={from} /> },
            {
              path: 'more',
              lazy: async () => {
                const More = (await import('./MorePage')).default;
                return { element: <More capabilities={from} /> };
              },
            },
            ...pages,
            { path: '*', element: <NotFound /> },
          ],
        },
        { path: '*', element: <NotFound /> },
      ],
    },
  ];
}

/** While the first page's code is on its way. */
function Opening() {
  const { t } = useTranslation();
  return <Spin fullscreen description={t('shared.loading')} />;
}

/** Answers stay fresh by live events, so they are not asked again at every look at the window. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: 'always',
        // A refusal is an answer; only silence and faults of the server are worth asking again.
        retry: (count, error) =>
          count < 2 && error instanceof Problem && (error.status === 0 || error.status >= 500),
      },
    },
  });
}

export function App() {
  const { i18n } = useTranslation();
  const isPhone = useIsPhone();
  const [queryClient] = useState(createQueryClient);
  const [router] = useState(() => createBrowserRouter(routesOf(capabilities)));
  const [locale, setLocale] = useState<AntdLocale>();
  useEffect(() => {
    let current = true;
    void antdLocale(i18n.language).then((loaded) => {
      if (current) setLocale(loaded);
    });
    return () => {
      current = false;
    };
  }, [i18n.language]);
  return (
    <ConfigProvider
      theme={themeFor(isPhone)}
      locale={locale}
      componentSize={isPhone ? 'large' : 'middle'}
      button={{ autoInsertSpace: false }}
    >
      <AntApp className="zs-app" message={{ maxCount: 2 }}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}

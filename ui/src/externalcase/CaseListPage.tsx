import { PlusOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input, Segmented, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../shared/api';
import { communityKey, useCommunity, useMay } from '../shared/community';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { Page } from '../shared/Page';
import { CaseItem } from './CaseItem';
import './externalcase.css';
import { inOrder, SOURCES, TABS, type CaseSource, type Tab } from './model';
import TakeDialog from './TakeDialog';
import { LIVE } from './useCase';

interface Narrowed {
  tab: Tab;
  source: CaseSource | null;
  q: string;
}

/** 外部转办: what 12345, the street office and headquarters wait for. */
export default function CaseListPage() {
  const { t } = useTranslation();
  const [narrowed, setNarrowed] = useState<Narrowed>({ tab: 'open', source: null, q: '' });
  const cases = useCases({ ...narrowed, q: useDeferredValue(narrowed.q.trim()) });
  return (
    <Page title={t('externalcase.title')} actions={<TakeButton />}>
      <Filters
        narrowed={narrowed}
        set={(change) => {
          setNarrowed({ ...narrowed, ...change });
        }}
      />
      <Loaded query={cases}>
        {(data) => {
          const rows = inOrder(
            narrowed.tab,
            data.pages.flatMap((page) => page.items),
          );
          if (rows.length === 0) return <NoCases tab={narrowed.tab} />;
          return (
            <>
              <ul className="zs-case-list zs-panel">
                {rows.map((one) => (
                  <CaseItem key={one.id} one={one} />
                ))}
              </ul>
              {cases.hasNextPage ? (
                <Button
                  loading={cases.isFetchingNextPage}
                  onClick={() => void cases.fetchNextPage()}
                >
                  {t('externalcase.more')}
                </Button>
              ) : null}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function TakeButton() {
  const { t } = useTranslation();
  const may = useMay('take_contact');
  const [open, setOpen] = useState(false);
  if (!may) return null;
  return (
    <>
      <Button
        type="primary"
        icon={<PlusOutlined />}
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('externalcase.take.open')}
      </Button>
      {open ? (
        <TakeDialog
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}

function NoCases({ tab }: { tab: Tab }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      why={t(tab === 'open' ? 'externalcase.noneOpen' : 'externalcase.none')}
      next={t('externalcase.noneNext')}
    />
  );
}

interface FiltersProps {
  narrowed: Narrowed;
  set: (change: Partial<Narrowed>) => void;
}

function Filters({ narrowed, set }: FiltersProps) {
  const { t } = useTranslation();
  return (
    <div className="zs-case-filters">
      <Segmented<Tab>
        value={narrowed.tab}
        onChange={(tab) => {
          set({ tab });
        }}
        options={TABS.map((tab) => ({ value: tab, label: t(`externalcase.tab.${tab}`) }))}
      />
      <Select<CaseSource | 'any'>
        aria-label={t('externalcase.field.source')}
        className="zs-case-source"
        value={narrowed.source ?? 'any'}
        options={[
          { value: 'any', label: t('externalcase.anySource') },
          ...SOURCES.map((one) => ({ value: one, label: t(`externalcase.source.${one}`) })),
        ]}
        onChange={(source) => {
          set({ source: source === 'any' ? null : source });
        }}
      />
      <Input.Search
        allowClear
        className="zs-case-search"
        aria-label={t('externalcase.search')}
        placeholder={t('externalcase.search')}
        value={narrowed.q}
        onChange={(event) => {
          set({ q: event.target.value });
        }}
      />
    </div>
  );
}

function useCases({ tab, source, q }: Narrowed) {
  const community = useCommunity();
  return useInfiniteQuery({
    queryKey: communityKey(community.id, 'externalcase', 'list', tab, source, q),
    queryFn: ({ pageParam }) => {
      const path = { community: community.id };
      const narrowed = {
        ...(tab === 'all' ? {} : { stage: tab }),
        ...(source === null ? {} : { source }),
        ...(pageParam ? { cursor: pageParam } : {}),
        // All that are open are put in the order of their deadlines.
        limit: tab === 'open' ? 200 : 50,
      };
      return ok(
        q === ''
          ? api.GET('/api/c/{community}/external-cases', { params: { path, query: narrowed } })
          : api.POST('/api/c/{community}/external-cases/search', {
              params: { path },
              body: { words: q, ...narrowed },
            }),
      );
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    meta: LIVE,
  });
}

import { HomeOutlined, ImportOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useMay } from '../shared/community';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { Page } from '../shared/Page';
import { AddHomeDialog } from './AddHomeDialog';
import { FoundHomes } from './FoundHomes';
import { HomeDrawer } from './HomeDrawer';
import { HomeGrid } from './HomeGrid';
import { PasteHomesDialog } from './PasteHomesDialog';
import { PeopleTabs } from './PeopleTabs';
import { useHomes } from './usePeople';

/** 房产: buildings, units and homes, and who lives there. */
export default function HomesPage() {
  const { t } = useTranslation();
  const homes = useHomes();
  const finds = useMay('read_desk');
  const [q, setQ] = useState('');
  const asked = useDeferredValue(q.trim());
  // The open home stands in the address, so that it can be sent to a colleague.
  const [search, setSearch] = useSearchParams();
  const code = search.get('room');
  const open = (room: string | null) => {
    setSearch(room === null ? {} : { room });
  };
  return (
    <Page title={t('people.title')} actions={<AddButtons />}>
      <PeopleTabs />
      <div className="zs-people-filters">
        <Input.Search
          allowClear
          className="zs-people-search"
          aria-label={t(finds ? 'people.homes.search' : 'people.homes.searchRoom')}
          placeholder={t(finds ? 'people.homes.search' : 'people.homes.searchRoom')}
          value={q}
          onChange={(event) => {
            setQ(event.target.value);
          }}
        />
      </div>
      <Loaded query={homes}>
        {(all) => (
          <>
            {asked === '' ? null : <FoundHomes q={asked} homes={all} onOpen={open} />}
            {asked !== '' || all.length > 0 ? null : (
              <EmptyState
                icon={<HomeOutlined />}
                why={t('people.homes.none')}
                next={t('people.homes.noneNext')}
              />
            )}
            {asked === '' && all.length > 0 ? <HomeGrid homes={all} onOpen={open} /> : null}
            {code === null ? null : (
              <HomeDrawer
                code={code}
                home={all.find((home) => home.code === code)}
                onClose={() => {
                  open(null);
                }}
              />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function AddButtons() {
  const { t } = useTranslation();
  const mayEdit = useMay('edit_people');
  const [adding, setAdding] = useState<'one' | 'paste' | null>(null);
  if (!mayEdit) return null;
  const close = () => {
    setAdding(null);
  };
  return (
    <>
      <Button
        icon={<ImportOutlined />}
        onClick={() => {
          setAdding('paste');
        }}
      >
        {t('people.homes.paste')}
      </Button>
      <Button
        type="primary"
        icon={<HomeOutlined />}
        onClick={() => {
          setAdding('one');
        }}
      >
        {t('people.homes.add')}
      </Button>
      {adding === 'one' ? <AddHomeDialog onClose={close} /> : null}
      {adding === 'paste' ? <PasteHomesDialog onClose={close} /> : null}
    </>
  );
}

import { RightOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../shared/community';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { formatPhone } from '../shared/phone';
import { compareNaturally, homesMatching, type Home, type Resident } from './model';
import { useResidents } from './usePeople';

interface FoundHomesProps {
  q: string;
  homes: readonly Home[];
  onOpen: (code: string) => void;
}

const MOST_SHOWN = 40;

/** What a phone number, room, name or pinyin finds: residents first, then homes by their address. */
export function FoundHomes({ q, homes, onOpen }: FoundHomesProps) {
  const finds = useMay('read_desk');
  const residents = useResidents(q);
  if (!finds) return <Found q={q} residents={[]} homes={homes} onOpen={onOpen} />;
  return (
    <Loaded query={residents}>
      {(residents) => <Found q={q} residents={residents} homes={homes} onOpen={onOpen} />}
    </Loaded>
  );
}

function Found({ q, residents, homes, onOpen }: FoundHomesProps & { residents: Resident[] }) {
  const { t } = useTranslation();
  const matching = homesMatching(homes, q).slice(0, MOST_SHOWN);
  if (residents.length === 0 && matching.length === 0) {
    return <EmptyState why={t('people.homes.notFound')} next={t('people.homes.notFoundNext')} />;
  }
  return (
    <section className="zs-panel">
      {residents.length > 0 ? <FoundResidents residents={residents} onOpen={onOpen} /> : null}
      {matching.length > 0 ? (
        <>
          <h2 className={residents.length > 0 ? 'zs-h2' : 'zs-h2 zs-found-title'}>
            {t('people.homes.byAddress')}
          </h2>
          <ul className="zs-home-grid zs-home-grid-wide">
            {matching.map((home) => (
              <li key={home.id}>
                <button
                  type="button"
                  onClick={() => {
                    onOpen(home.code);
                  }}
                >
                  {home.code}
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

interface FoundResidentsProps {
  residents: Resident[];
  onOpen: (code: string) => void;
}

function FoundResidents({ residents, onOpen }: FoundResidentsProps) {
  const { t } = useTranslation();
  const sorted = [...residents].sort((a, b) => compareNaturally(a.room_code, b.room_code));
  return (
    <>
      <h2 className="zs-h2 zs-found-title">{t('people.homes.residents')}</h2>
      <ul className="zs-found">
        {sorted.map((resident) => (
          <li key={resident.id}>
            <button
              type="button"
              onClick={() => {
                onOpen(resident.room_code);
              }}
            >
              <strong>{resident.room_code}</strong>
              <span>{resident.name_masked}</span>
              <Tag>{t(`people.relation.${resident.relation}`)}</Tag>
              <span>{formatPhone(resident.phone_masked ?? '')}</span>
              <span className="zs-found-note">{resident.note}</span>
              <RightOutlined aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
